/** The built server as a process that is killed and started again, on a private MariaDB that makes every commit durable. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort, run, untilUp } from '../bench/server.mjs';
import { startMariaDb } from '../services.mjs';

const root = resolve(import.meta.dirname, '../..');
const built = join(root, 'dist/api/apps/api/src');

/**
 * @param database 'mariadb' or 'sqlite'
 * @param more environment variables
 */
export async function openMarketplace(database, more = {}) {
  await run(join(root, 'node_modules/.bin/nx'), ['build', 'api', '--outputStyle=static']);
  const mariaDb = database === 'mariadb' ? await startMariaDb({ durable: true }) : null;
  if (database === 'mariadb' && !mariaDb)
    throw new Error('MariaDB is not installed; install it with: sudo apt-get install -y mariadb-server');
  const dataDir = mkdtempSync(join(tmpdir(), 'souk-chaos-'));
  const env = {
    ...process.env,
    ...(mariaDb ? { DATABASE_URL: mariaDb.url } : {}),
    ...{ DATA_DIR: dataDir, DEMO: 'false', RATE_LIMIT_SCALE: '0', LOG_LEVEL: 'fatal' },
    ...{ PORT: String(await freePort()), RESERVATION_MINUTES: '1' },
    ...more,
  };
  const url = `http://127.0.0.1:${env.PORT}`;
  let server;
  let worker;
  const open = (file, others) =>
    spawn(process.execPath, [join(built, file)], { cwd: root, stdio: 'ignore', env: { ...env, ...others } });
  const start = async (others) => {
    server = open('main.js', others);
    await untilUp(`${url}/api/health/live`, server);
  };
  const end = (signal) => endOf(server, signal);
  await start();
  return {
    ...{ url, mariaDb, dataDir },
    kill: () => end('SIGKILL'),
    start,
    /** Jobs without HTTP, in a process of its own. */
    startWorker: () => void (worker = open('worker.js')),
    killWorker: () => endOf(worker, 'SIGKILL'),
    /** Whether the books add up, as an operator asks; the server must not run on SQLite meanwhile. */
    verify: () =>
      run(process.execPath, [join(built, 'cli.js'), 'ledger', 'verify'], env).then(
        () => true,
        () => false,
      ),
    end: () => end('SIGTERM'),
    close: async () => {
      await endOf(worker, 'SIGTERM');
      await end('SIGTERM');
      await mariaDb?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function endOf(child, signal) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await ended;
}
