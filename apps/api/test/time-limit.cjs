const MINUTES = Number(process.env.TEST_MINUTES ?? 15);

/** An end for what would wait for ever. */
module.exports = () => {
  setTimeout(() => {
    console.error(
      `The tests of the API have not ended in ${MINUTES} minutes: one of those without a PASS hangs.`,
    );
    process.exit(1);
  }, MINUTES * 60_000).unref();
};
