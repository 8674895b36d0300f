import { isIP } from 'node:net';

/** As many connections, each for so many letters; a letter whose connection breaks is tried once more at once. */
export const AT_ONCE = 3;
const POOL = { pool: true, maxConnections: AT_ONCE, maxMessages: 100, maxRequeues: 1 };
/** Milliseconds: a server that takes everything and answers nothing holds nobody for long. */
const PATIENCE = {
  dnsTimeout: 5_000,
  connectionTimeout: 5_000,
  greetingTimeout: 8_000,
  socketTimeout: 20_000,
};

/**
 * `SMTP_URL` with what it leaves out; nodemailer reads nothing else beside a URL. A password never goes out in clear:
 * `?requireTLS=false` says that it may.
 */
export function transportUrl(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  const requireTLS = url.protocol === 'smtp:' && url.password !== '' && !isLoopback(url.hostname);
  for (const [name, value] of Object.entries({ ...POOL, ...PATIENCE, requireTLS }))
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(value));
  return url.href;
}

const isLoopback = (host: string) =>
  host === 'localhost' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));
