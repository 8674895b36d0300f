/**
 * Loaded first by every process that runs tests. jest-light-runner 0.8.2 tells all of them their settings when the first
 * one asks, and then nobody who asks later: one that was still starting would wait for ever.
 */
const ASK = 'jest-light-runner-get-worker-data';
const ANSWER = 'jest-light-runner-worker-data';

if (process.env.TINYPOOL_WORKER_ID && process.send) {
  let answer;
  const send = process.send.bind(process);
  const keep = (message) => {
    if (message?.type === ANSWER) answer = message;
  };
  // not before the runner listens too: the first listener opens the channel, and its first message is for the runner
  process.on('newListener', function begin(event) {
    if (event !== 'message') return;
    process.off('newListener', begin);
    process.on('message', keep);
  });
  process.send = (message, ...rest) => {
    if (message !== ASK || !answer) return send(message, ...rest);
    setImmediate(() => process.emit('message', answer));
    return true;
  };
}
