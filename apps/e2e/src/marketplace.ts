import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { emailOf } from './accounts';

const root = resolve(__dirname, '../../..');
const built = 'dist/api/apps/api/src';
const READY_MS = 30_000;

export interface Marketplace {
  /** `http://127.0.0.1:…` */
  url: string;
  dataDir: string;
  /** Of the account `staff`, if there is one. */
  staffPassword: string | undefined;
  stop(): Promise<void>;
}

/**
 * The built marketplace as a process of its own, empty, on a free port.
 *
 * @param withStaff there is an account `staff`, made as an operator makes it
 */
export async function startMarketplace(withStaff = false): Promise<Marketplace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'souk-journey-'));
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    PORT: '0',
    DATA_DIR: dataDir,
    DEMO: 'false',
    RATE_LIMIT_SCALE: '0',
    LOG_LEVEL: 'warn',
  };
  // Before the server, which alone has the database's file.
  const staffPassword = withStaff ? createStaff(env) : undefined;
  const server = spawn(process.execPath, ['--enable-source-maps', join(built, 'main.js')], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { url: await announcedAddress(server), dataDir, staffPassword, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** @returns the password, which is printed once */
function createStaff(env: NodeJS.ProcessEnv): string {
  const args = [join(built, 'cli.js'), 'create-staff', '--username', 'staff', '--email', emailOf('staff')];
  const printed = execFileSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
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
