import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { emailOf } from './accounts';

/** From the workspace's root, where the journeys run. */
const built = 'dist/api/apps/api/src';
const DATABASE = 'souk.sqlite';
const READY_MS = 30_000;

export interface Marketplace {
  /** `http://127.0.0.1:…` */
  url: string;
  dataDir: string;
  /** Of the account `staff`. */
  staffPassword: string;
  stop(): Promise<void>;
}

export interface KillableMarketplace extends Marketplace {
  /** As a crash leaves it: without a chance to tidy up. */
  kill(): Promise<void>;
  /** After a kill, at the same address. */
  startAgain(): Promise<void>;
}

/** What an operator has before the first start: tables, and the account `staff`. */
interface Beginning {
  database: Buffer;
  staffPassword: string;
}

/** Of the built API; with its own types, all of it would be checked here once more. */
interface Bootstrap {
  createApp(config: object): Promise<App>;
  listen(app: App, config: object): Promise<string>;
}
interface Configuration {
  readConfig(env: NodeJS.ProcessEnv): object;
}
interface App {
  close(): Promise<void>;
}

let beginning: Beginning | undefined;

/**
 * The built marketplace on a free port, with nothing in it but the account `staff`. It runs in the process of the
 * journeys: modules are loaded once for all of them, which is most of what a start costs.
 */
export async function startMarketplace(settings: NodeJS.ProcessEnv): Promise<Marketplace> {
  const { env, dataDir, staffPassword } = furnish(settings);
  const { createApp, listen } = await load<Bootstrap>('bootstrap');
  const { readConfig } = await load<Configuration>('config/config');
  const config = readConfig(env);
  const app = await createApp(config);
  const stop = async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { url: await listen(app, config), dataDir, staffPassword, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The same as a process of its own. */
export async function startKillableMarketplace(settings: NodeJS.ProcessEnv): Promise<KillableMarketplace> {
  const { env, dataDir, staffPassword } = furnish(settings);
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

function furnish(settings: NodeJS.ProcessEnv) {
  beginning ??= prepare();
  const { database, staffPassword } = beginning;
  const dataDir = mkdtempSync(join(tmpdir(), 'souk-journey-'));
  writeFileSync(join(dataDir, DATABASE), database);
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
  return { env, dataDir, staffPassword };
}

const load = async <Module>(name: string): Promise<Module> => import(resolve(built, name));

const launch = (env: NodeJS.ProcessEnv) =>
  spawn(process.execPath, [join(built, 'main.js')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** With the operators' command, once for all journeys of a run: each begins with a copy. */
function prepare(): Beginning {
  const dataDir = mkdtempSync(join(tmpdir(), 'souk-beginning-'));
  const args = [join(built, 'cli.js'), 'create-staff', '--username', 'staff', '--email', emailOf('staff')];
  const env = { ...process.env, NODE_ENV: 'development', DATA_DIR: dataDir };
  const printed = execFileSync(process.execPath, args, { env, encoding: 'utf8' });
  const database = readFileSync(join(dataDir, DATABASE));
  rmSync(dataDir, { recursive: true });
  const staffPassword = /^ {2}(\S+)$/m.exec(printed)?.[1];
  if (!staffPassword) throw new Error(`No password was printed: ${printed}`);
  return { database, staffPassword };
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
