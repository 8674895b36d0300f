import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emailOf } from './accounts';

/** From the workspace's root, where the journeys run. */
const built = 'dist/api/apps/api/src';
const READY_MS = 30_000;

export interface Marketplace {
  /** `http://127.0.0.1:…` */
  url: string;
  dataDir: string;
  /** Of the account `staff`, if there is one. */
  staffPassword: string | undefined;
  /** As a crash leaves it: without a chance to tidy up. */
  kill(): Promise<void>;
  /** After a kill, at the same address. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * The built marketplace as a process of its own, empty, on a free port.
 *
 * @param withStaff there is an account `staff`, made as an operator makes it
 */
export async function startMarketplace(
  withStaff = false,
  settings: NodeJS.ProcessEnv = {},
): Promise<Marketplace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'souk-journey-'));
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    PORT: '0',
    DATA_DIR: dataDir,
    DEMO: 'false',
    RATE_LIMIT_SCALE: '0',
    LOG_LEVEL: 'warn',
    ...settings,
  };
  // Before the server, which alone has the database's file.
  const staffPassword = withStaff ? createStaff(env) : undefined;
  let server = launch(env);
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    const isOver = server.exitCode !== null || server.signalCode !== null;
    const ended = isOver ? Promise.resolve() : once(server, 'exit');
    server.kill(signal);
    await ended;
  };
  const stop = async () => {
    await end('SIGTERM');
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    const url = await announcedAddress(server);
    const startAgain = async () => {
      server = launch({ ...env, PORT: new URL(url).port });
      await announcedAddress(server);
    };
    return { url, dataDir, staffPassword, kill: () => end('SIGKILL'), startAgain, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const launch = (env: NodeJS.ProcessEnv) =>
  spawn(process.execPath, ['--enable-source-maps', join(built, 'main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** @returns the password, which is printed once */
function createStaff(env: NodeJS.ProcessEnv): string {
  const args = [join(built, 'cli.js'), 'create-staff', '--username', 'staff', '--email', emailOf('staff')];
  const printed = execFileSync(process.execPath, args, { env, encoding: 'utf8' });
  const password = /^ {2}(\S+)$/m.exec(printed)?.[1];
  if (!password) throw new Error(`No password was printed: ${printed}`);
  return password;
}

function announcedAddress(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let output = '';
    const timer = setTimeout(() => failed(new Error(`The marketplace did not start: ${output}`)), READY_MS);
    server.once('exit', (code) => {
      clearTimeout(timer);
      failed(new Error(`The marketplace ended with ${code}: ${output}`));
    });
    server.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = /open at (http:\/\/\S+:\d+)/.exec(output)?.[1];
      if (!address) return;
      clearTimeout(timer);
      found(address);
    });
  });
}
