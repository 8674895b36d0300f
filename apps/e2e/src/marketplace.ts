import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const READY_MS = 30_000;

export interface Marketplace {
  /** `http://127.0.0.1:…` */
  url: string;
  dataDir: string;
  stop(): Promise<void>;
}

/** The built marketplace as a process of its own, empty, on a free port. */
export async function startMarketplace(): Promise<Marketplace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'souk-journey-'));
  const server = spawn(process.execPath, ['--enable-source-maps', 'dist/api/apps/api/src/main.js'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: '0',
      DATA_DIR: dataDir,
      DEMO: 'false',
      RATE_LIMIT_SCALE: '0',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => server.once('exit', () => done()));
  const stop = async () => {
    server.kill('SIGTERM');
    await ended;
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { url: await announcedAddress(server), dataDir, stop };
  } catch (error) {
    await stop();
    throw error;
  }
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
