const { appendFileSync, mkdirSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');

const root = join(__dirname, '..');
const file = join(root, 'dist/failed-tests.txt');

/** A reporter of Jest's: notes what failed, for `npm run check` to say once more after all that runs beside it. */
class FailedTests {
  static file = file;

  onRunComplete(_contexts, { testResults }) {
    const failed = testResults.filter(({ failureMessage }) => failureMessage);
    if (failed.length === 0) return;
    mkdirSync(dirname(file), { recursive: true });
    for (const { testFilePath, failureMessage } of failed)
      appendFileSync(file, `${relative(root, testFilePath)}\n${failureMessage}\n`);
  }
}

module.exports = FailedTests;
