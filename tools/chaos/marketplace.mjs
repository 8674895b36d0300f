/** The built server as a process that is killed and started again, on a private MariaDB that makes every commit durable. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePort, run, untilUp } from '../bench/server.mjs';
import { startMariaDb } from '../services.mjs';

const root = resolve(import.meta.dirname, '../..');
const built = join(root, 'dist/api/apps/api/src');

/** @param database 'mariadb' or 'sqlite' */
export async function openMarketplace(database) {
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
  };
  const url = `http://127.0.0.1:${env.PORT}`;
  let server;
  const start = async () => {
    server = spawn(process.execPath, [join(built, 'main.js')], { cwd: root, stdio: 'ignore', env });
    await untilUp(`${url}/api/health/live`, server);
  };
  const end = async (signal) => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((done) => server.once('exit', done));
    server.kill(signal);
    await ended;
  };
  await start();
  return {
    ...{ url, mariaDb, dataDir },
    kill: () => end('SIGKILL'),
    start,
    /** Whether the books add up, as an operator asks; the server must not run on SQLite meanwhile. */
    verify: () =>
      run(process.execPath, [join(built, 'cli.js'), 'ledger', 'verify'], env).then(
        () => true,
        () => false,
      ),
    end: () => end('SIGTERM'),
    close: async () => {
      await end('SIGTERM');
      await mariaDb?.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
