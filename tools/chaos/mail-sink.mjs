/** Takes mails by SMTP, each after a while, and remembers to whom and what about. */
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

/** @param delayMs how long it takes to take one */
export async function openMailSink(delayMs) {
  /** `recipient subject` → how often */
  const mails = new Map();
  const server = createServer((socket) => {
    let to = '';
    let subject = '';
    let isInData = false;
    const say = (line) => socket.writable && socket.write(`${line}\r\n`);
    socket.on('error', () => undefined);
    say('220 sink');
    const lines = createInterface({ input: socket }).on('error', () => undefined);
    lines.on('line', (line) => {
      if (isInData && line === '.') {
        isInData = false;
        const key = `${to} ${subject}`;
        mails.set(key, (mails.get(key) ?? 0) + 1);
        setTimeout(() => say('250 Taken'), delayMs);
      } else if (isInData) subject ||= /^Subject: (.*)/i.exec(line)?.[1] ?? '';
      else if (/^RCPT TO/i.test(line)) say(((to = /<(.*)>/.exec(line)?.[1] ?? ''), '250 OK'));
      else if (/^DATA/i.test(line)) say(((isInData = true), (subject = ''), '354 Go on'));
      else if (/^QUIT/i.test(line)) socket.end('221 Bye\r\n');
      else say('250 OK');
    });
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    env: { SMTP_URL: `smtp://127.0.0.1:${server.address().port}`, MAIL_FROM: 'Souk <souk@example.com>' },
    mails,
    close: () => server.close(),
  };
}
