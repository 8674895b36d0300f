const LONGEST_MS = 15 * 60_000;

/** An end for what would wait for ever. */
module.exports = () => {
  setTimeout(() => {
    console.error('The tests of the API have not ended in 15 minutes: one of those without a PASS hangs.');
    process.exit(1);
  }, LONGEST_MS).unref();
};
