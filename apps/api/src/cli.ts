import { parseArgs } from 'node:util';
import { createApp, keepFilesPrivate } from './bootstrap';
import { readConfig } from './config/config';
import { StaffAccounts } from './domains/moderation/staff-accounts';

const USAGE = `Usage:
  npm run cli -- create-staff --username <name> --email <address>

    Makes an account that may enter the admin area. Its password is generated and printed once.
    On SQLite stop the server first: one process at a time has the file.`;

async function run(): Promise<void> {
  keepFilesPrivate();
  const [command, ...args] = process.argv.slice(2);
  if (command !== 'create-staff') throw new Error(USAGE);
  const { username, email } = readOptions(args);
  if (!username || !email) throw new Error(USAGE);
  const app = await createApp({ ...readConfig(), worker: 'off', demo: false }, false);
  try {
    await app.init();
    const password = await app.get(StaffAccounts).create(username, email);
    console.log(
      `${username} may sign in as staff. The password, which is shown this once:\n\n  ${password}\n`,
    );
  } finally {
    await app.close();
  }
}

function readOptions(args: string[]) {
  try {
    return parseArgs({ args, options: { username: { type: 'string' }, email: { type: 'string' } } }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`, { cause: error });
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
