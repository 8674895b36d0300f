/**
 * A private MariaDB and Redis from Debian's packages: own data, own ports, nothing shared with a server that may run
 * on this machine, and gone with the process that asked for them. `npm run services` keeps them until Ctrl-C.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const START_MS = 30_000;

const findBinary = (name) =>
  ['/usr/sbin/', '/usr/bin/', '/usr/local/bin/'].map((folder) => folder + name).find(existsSync);

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const answers = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket.destroy() && true)).on('error', () =>
      resolve(false),
    );
  });

async function waitForPort(port, child) {
  for (const end = Date.now() + START_MS; Date.now() < end; await wait(25)) {
    if (child.exitCode !== null) throw new Error(`The server ended at once, with ${child.exitCode}.`);
    if (await answers(port)) return;
  }
  throw new Error(`No answer on port ${port} within ${START_MS} ms.`);
}

/** Through setpriv the server dies with this process even when that is killed. */
function start(binary, args) {
  const guard = findBinary('setpriv');
  const [command, all] = guard ? [guard, ['--pdeathsig', 'KILL', binary, ...args]] : [binary, args];
  return spawn(command, all, { stdio: 'ignore' });
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

const stopper = (child, folder) => async () => {
  await end(child);
  rmSync(folder, { recursive: true, force: true });
};

/** Null when Debian's mariadb-server is not installed. @param durable whether every commit reaches the disk */
export async function startMariaDb({ durable = false } = {}) {
  const binary = findBinary('mariadbd');
  if (!binary) return null;
  const folder = mkdtempSync(join(tmpdir(), 'souk-mariadb-'));
  const data = `--datadir=${join(folder, 'data')}`;
  const socket = `--socket=${join(folder, 'server.sock')}`;
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  const port = await freePort();
  execFileSync(
    findBinary('mariadb-install-db'),
    [
      '--no-defaults',
      ...asRoot,
      data,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
    ],
    { stdio: 'ignore' },
  );
  const args = [
    '--no-defaults',
    ...asRoot,
    data,
    socket,
    `--pid-file=${join(folder, 'server.pid')}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--skip-log-bin',
    '--performance-schema=OFF',
    '--innodb-buffer-pool-size=128M',
    '--innodb-log-file-size=64M',
    // throwaway data needs no durability, and no file for every table of every database
    ...(durable
      ? []
      : [
          '--innodb-flush-log-at-trx-commit=0',
          '--innodb-flush-method=nosync',
          '--innodb-file-per-table=OFF',
        ]),
    // what MariaDB 12 does by default
    '--innodb-snapshot-isolation=ON',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
  ];
  let child = start(binary, args);
  await waitForPort(port, child);
  const setUp =
    "CREATE USER souk@'127.0.0.1' IDENTIFIED BY 'souk'; GRANT ALL ON *.* TO souk@'127.0.0.1'; CREATE DATABASE souk";
  execFileSync(findBinary('mariadb'), ['--no-defaults', '-uroot', socket, '-e', setUp]);
  return {
    url: `mariadb://souk:souk@127.0.0.1:${port}/souk`,
    get pid() {
      return child.pid;
    },
    kill: () => end(child),
    /** After a kill, at the same address with the same data. */
    startAgain: async () => {
      child = start(binary, args);
      await waitForPort(port, child);
    },
    stop: () => stopper(child, folder)(),
  };
}

/**
 * Null when Debian's redis-server is not installed.
 * @param wantedPort a free one unless given, such as that of a server that has ended
 */
export async function startRedis(wantedPort) {
  const binary = findBinary('redis-server');
  if (!binary) return null;
  const folder = mkdtempSync(join(tmpdir(), 'souk-redis-'));
  const port = wantedPort ?? (await freePort());
  const args = [
    '--port',
    String(port),
    '--bind',
    '127.0.0.1',
    '--save',
    '',
    '--appendonly',
    'no',
    '--dir',
    folder,
  ];
  const child = start(binary, args);
  await waitForPort(port, child);
  return { url: `redis://127.0.0.1:${port}`, pid: child.pid, stop: stopper(child, folder) };
}

/** Says loudly what is missing and how to get it; with CI=true that is a failure. */
export function requireService(service, name, debianPackage) {
  if (service) return service;
  const message = `\n  !! ${name} is not installed: its tests are left out. Install it with:\n  !!   sudo apt-get install -y ${debianPackage}\n`;
  if (process.env.CI === 'true') throw new Error(message);
  console.error(message);
  return null;
}

async function keepServices() {
  const mariaDb = requireService(await startMariaDb(), 'MariaDB', 'mariadb-server');
  const redis = requireService(await startRedis(), 'Redis', 'redis-server');
  if (mariaDb) console.log(`DATABASE_URL=${mariaDb.url}`);
  if (redis) console.log(`REDIS_URL=${redis.url}`);
  console.log('Ctrl-C ends them.');
  const keepAlive = setInterval(() => undefined, 60_000);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      clearInterval(keepAlive);
      await mariaDb?.stop();
      await redis?.stop();
    });
  }
}

// no top-level await: Jest loads this file as CommonJS
if (process.argv[1] === import.meta.filename) void keepServices();
