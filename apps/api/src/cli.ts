import { parseArgs } from 'node:util';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp, keepFilesPrivate } from './bootstrap';
import { readConfig } from './config/config';
import { Verification } from './domains/ledger/verification';
import { StaffAccounts } from './domains/moderation/staff-accounts';

const USAGE = `Usage:
  npm run cli -- create-staff --username <name> --email <address>

    Makes an account that may enter the admin area. Its password is generated and printed once.

  npm run cli -- ledger verify

    Holds the books against orders and payments, and names what does not add up.

  On SQLite stop the server first: one process at a time has the file.`;

type Command = (app: NestFastifyApplication, options: Options) => Promise<void>;
type Options = ReturnType<typeof readOptions>;

const COMMANDS: Record<string, Command> = {
  'create-staff': createStaff,
  'ledger verify': verifyLedger,
};

async function run(): Promise<void> {
  keepFilesPrivate();
  const args = process.argv.slice(2);
  const words = args.filter((_, index) => !args.slice(0, index + 1).some((arg) => arg.startsWith('-')));
  const command = COMMANDS[words.join(' ')];
  if (!command) throw new Error(USAGE);
  const options = readOptions(args.slice(words.length));
  const app = await createApp({ ...readConfig(), worker: 'off', demo: false }, false);
  try {
    await app.init();
    await command(app, options);
  } finally {
    await app.close();
  }
}

async function createStaff(app: NestFastifyApplication, { username, email }: Options): Promise<void> {
  if (!username || !email) throw new Error(USAGE);
  const password = await app.get(StaffAccounts).create(username, email);
  console.log(`${username} may sign in as staff. The password, which is shown this once:\n\n  ${password}\n`);
}

async function verifyLedger(app: NestFastifyApplication): Promise<void> {
  const { captured, refunded, vendors, commission, tax, currency, problems, problemCount } = await app
    .get(Verification)
    .verify();
  console.log(
    `${currency} ${captured} captured − ${refunded} refunded = ${vendors} vendors + ${commission} commission + ${tax} tax`,
  );
  for (const { subject, id, number, message } of problems)
    console.error(`  ${subject} ${number ?? id}: ${message}`);
  if (problemCount > problems.length) console.error(`  … and ${problemCount - problems.length} more`);
  if (problemCount > 0) throw new Error(`The books do not add up: ${problemCount} problems.`);
  console.log('The books add up.');
}

function readOptions(args: string[]) {
  try {
    return parseArgs({ args, options: { username: { type: 'string' }, email: { type: 'string' } } }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, {
      cause: error,
    });
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
