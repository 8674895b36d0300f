const { addEventHandler } = require('jest-circus');

/** Ten times what the slowest takes on a quiet machine: it is there for what would wait for ever. */
const LONGEST_MS = 240_000;
// as it is before a test replaces it
const { setTimeout, clearTimeout } = globalThis;

/** jest-light-runner runs tests and hooks without any limit. */
addEventHandler((event, { currentDescribeBlock: block }) => {
  if (event.name === 'add_test') limit(block.children.at(-1), event.testName);
  if (event.name === 'add_hook') limit(block.hooks.at(-1), event.hookType);
});

function limit(entry, name) {
  const { fn, timeout = LONGEST_MS } = entry;
  // a function that takes `done`, and a test without one, are left as they are
  if (!fn || fn.length > 0) return;
  entry.fn = async () => {
    let timer;
    const late = new Promise((_, reject) => {
      const message = `"${name}" has not ended in ${timeout / 1000} s.`;
      timer = setTimeout(() => reject(new Error(message)), timeout);
    });
    try {
      return await Promise.race([fn(), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}
