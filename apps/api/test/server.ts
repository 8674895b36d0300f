import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';

/** The API as a process of its own, which can be killed and measured. */
export interface Server {
  url: string;
  process: ChildProcess;
  /** Ends it without a warning. */
  kill(): Promise<void>;
}

export async function startServer(env: Record<string, string>): Promise<Server> {
  const main = join(__dirname, '../src/main.js');
  const server = spawn(process.execPath, [main], {
    env: { ...process.env, ...env, NODE_ENV: 'development', PORT: '0', DEMO: 'false', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const killed = once(server, 'exit');
    server.kill('SIGKILL');
    await killed;
  };
  let printed = '';
  for await (const chunk of server.stdout) {
    printed += String(chunk);
    const url = /open at (\S+)/.exec(printed)?.[1];
    if (url) return { url, process: server, kill };
  }
  throw new Error(`The server did not start: ${printed}`);
}

/** Settings for processes that follow one another: empty, of the kind that this run tests. @param name of the database */
export async function settingsOfItsOwn(name: string) {
  const dataDir = mkdtempSync(join(tmpdir(), 'souk-server-'));
  return {
    DATA_DIR: dataDir,
    DATABASE_URL: await databaseOfItsOwn(dataDir, name),
    JWT_SECRET: 'a secret that two processes share, 32 bytes',
    RATE_LIMIT_SCALE: '0',
  };
}

async function databaseOfItsOwn(dataDir: string, name: string): Promise<string> {
  const url = process.env.TEST_MARIADB_URL;
  if (process.env.TEST_DATABASE !== 'mariadb' || !url) return `sqlite:${join(dataDir, 'souk.sqlite')}`;
  const connection = await new DataSource({ type: 'mariadb', url }).initialize();
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  await connection.destroy();
  return url.replace(/\/\w+$/, `/${name}`);
}
