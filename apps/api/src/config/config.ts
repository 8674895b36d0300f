import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import {
  LIMITS,
  PAYMENT_PROVIDERS,
  PAYOUT_METHODS,
  type PaymentProvider,
  type PayoutMethod,
} from '@souk/contracts';
import { Settings } from './settings';
import { stripe, type StripeConfig } from './stripe';
import { tax, type TaxConfig } from './tax';
import { social, type SocialConfig } from './social';

export interface S3Config {
  /** Undefined: Amazon's own for the region. */
  endpoint: string | undefined;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export class Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  /** Undefined: SQLite in `dataDir`. */
  readonly databaseUrl: string | undefined;
  /** Holds the SQLite file, uploads and the secret made at first start. Absolute. */
  readonly dataDir: string;
  readonly demo: boolean;
  readonly jwtSecret: string;
  /** Where people reach the marketplace, without a trailing slash; undefined: taken from the request. */
  readonly publicUrl: string | undefined;
  /**
   * The same for links in mails, which no request tells: this server itself when `publicUrl` is undefined. `PORT=0` is
   * replaced when the server listens.
   */
  siteUrl: string;
  /** Prefix of pictures' addresses; "" for this server's own /media. */
  readonly mediaUrl: string;
  /** Undefined: files are kept in `dataDir`. */
  readonly s3: S3Config | undefined;
  /** ISO 4217; the marketplace has one. */
  readonly currency: string;
  readonly tax: TaxConfig;
  readonly paymentProvider: PaymentProvider;
  /** Undefined with another provider. */
  readonly stripe: StripeConfig | undefined;
  /** Who sends payouts to vendors: staff by hand, or Stripe to their connected accounts. */
  readonly payoutMethod: PayoutMethod;
  /** What the marketplace keeps of a sale where the store has no rate of its own; basis points. */
  readonly commissionRate: number;
  /** An order that is not paid by then gives its stock back. */
  readonly reservationMinutes: number;
  /** After its delivery, buyers may ask to return goods for so many days; 0: never. */
  readonly returnDays: number;
  /** Undefined: mails are files in `dataDir`. */
  readonly smtpUrl: string | undefined;
  /** Sender of mails. */
  readonly mailFrom: string;
  readonly social: SocialConfig;
  /** Webhooks may go to this machine, and without TLS. */
  readonly webhookLoopback: boolean;
  /** Undefined: every process keeps limits in its own memory, and takes jobs from the database. */
  readonly redisUrl: string | undefined;
  readonly worker: 'inline' | 'only' | 'off';
  /** Facts that were told stay in the outbox for so many days. */
  readonly outboxDays: number;
  /** Proxies whose X-Forwarded-* headers are believed: CIDR ranges. */
  readonly trustProxy: string[];
  /** Multiplies every rate limit; 0 switches them off. */
  readonly rateLimitScale: number;
  readonly logLevel: string;
  /** Folder of the built SPA. Absolute. */
  readonly webRoot: string;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
const SECRET_BYTES = 32;
/** Random text has more, even as hexadecimal digits, of which there are 16; digits or a word again and again have not. */
const SECRET_VARIETY = 12;
const MAKE_SECRET = 'make one with: openssl rand -base64 48';

/** @throws Error that names every wrong variable and how to mend it. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const settings = new Settings(env);
  const production =
    settings.oneOf('NODE_ENV', ['development', 'test', 'production'], 'development') === 'production';
  const dataDir = resolve(settings.text('DATA_DIR') ?? 'data');
  const host = settings.text('HOST') ?? '127.0.0.1';
  const port = settings.number('PORT', 3000, 0, 65_535);
  const publicUrl = settings.url('PUBLIC_URL', ['http', 'https']);
  const smtpUrl = smtp(settings, production);
  const money = currency(settings);
  const provider = paymentProvider(settings, production);
  const config: Config = {
    production,
    host,
    port,
    databaseUrl: settings.url('DATABASE_URL', ['mariadb', 'mysql', 'sqlite']),
    dataDir,
    demo: settings.flag('DEMO', !production),
    jwtSecret: jwtSecret(settings, production, dataDir),
    publicUrl,
    siteUrl: publicUrl ?? localUrl(host, port),
    mediaUrl: settings.url('MEDIA_URL', ['http', 'https']) ?? '',
    s3: s3(settings),
    currency: money,
    tax: tax(settings),
    paymentProvider: provider,
    stripe: provider === 'stripe' ? stripe(settings, production, money) : undefined,
    reservationMinutes: settings.number('RESERVATION_MINUTES', 15, 1, 1440),
    returnDays: settings.number('RETURN_DAYS', 14, 0, 3650),
    payoutMethod: payoutMethod(settings, provider),
    commissionRate: settings.percent('COMMISSION_RATE', 1000, LIMITS.commission.max),
    smtpUrl,
    mailFrom: mailFrom(settings, smtpUrl !== undefined),
    social: social(settings, production),
    webhookLoopback: webhookLoopback(settings, production),
    redisUrl: settings.url('REDIS_URL', ['redis', 'rediss']),
    worker: settings.oneOf('WORKER', ['inline', 'only', 'off'], 'inline'),
    outboxDays: settings.number('OUTBOX_DAYS', 30, 1, 3650),
    trustProxy: trustProxy(settings),
    rateLimitScale: rateLimitScale(settings, production),
    logLevel: settings.oneOf('LOG_LEVEL', LOG_LEVELS, production ? 'info' : 'warn'),
    webRoot: resolve(settings.text('WEB_ROOT') ?? 'dist/apps/storefront'),
  };
  if (settings.problems.length > 0) {
    throw new Error(
      `The configuration is not usable:\n${settings.problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
  return config;
}

/** Where this machine reaches the server; `0.0.0.0` and `::` are no address to open. */
export function localUrl(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}

/** Half of it would be a bucket that nobody may write to. */
function s3(settings: Settings): S3Config | undefined {
  const names = ['S3_ENDPOINT', 'S3_REGION', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'];
  if (names.every((name) => settings.text(name) === undefined)) return undefined;
  const needed = (name: string) =>
    settings.text(name) ?? settings.refuse(name, 'is needed with the other S3_ settings', '');
  return {
    endpoint: settings.url('S3_ENDPOINT', ['http', 'https']),
    region: settings.text('S3_REGION') ?? 'us-east-1',
    bucket: needed('S3_BUCKET'),
    accessKeyId: needed('S3_ACCESS_KEY_ID'),
    secretAccessKey: needed('S3_SECRET_ACCESS_KEY'),
  };
}

function currency(settings: Settings): string {
  const code = settings.text('CURRENCY') ?? 'USD';
  return /^[A-Z]{3}$/.test(code)
    ? code
    : settings.refuse('CURRENCY', 'must be an ISO 4217 code such as USD', 'USD');
}

function payoutMethod(settings: Settings, provider: string): PayoutMethod {
  const method = settings.oneOf('PAYOUT_METHOD', PAYOUT_METHODS, 'manual');
  return method === 'stripe' && provider !== 'stripe'
    ? settings.refuse('PAYOUT_METHOD', 'can be stripe only with PAYMENT_PROVIDER=stripe', 'manual')
    : method;
}

function paymentProvider(settings: Settings, production: boolean): PaymentProvider {
  const provider = settings.oneOf('PAYMENT_PROVIDER', PAYMENT_PROVIDERS, 'test');
  return production && provider === 'test'
    ? settings.refuse(
        'PAYMENT_PROVIDER',
        'must be stripe when NODE_ENV=production: the test gateway takes no money',
        provider,
      )
    : provider;
}

/** Mails hold links that open accounts: in production they must not lie in a folder, nor lead to this machine. */
function smtp(settings: Settings, production: boolean): string | undefined {
  const url = settings.url('SMTP_URL', ['smtp', 'smtps']);
  if (production) {
    for (const name of ['SMTP_URL', 'PUBLIC_URL'])
      if (settings.text(name) === undefined)
        settings.refuse(name, 'is needed in production, for mails and their links', undefined);
  }
  return url;
}

function mailFrom(settings: Settings, needed: boolean): string {
  const from = settings.text('MAIL_FROM') ?? (needed ? '' : 'Souk <souk@localhost>');
  return /^[^@\r\n]+@[^@\s]+$/.test(from)
    ? from
    : settings.refuse('MAIL_FROM', 'must be a sender such as Souk <hello@example.com>', '');
}

function webhookLoopback(settings: Settings, production: boolean): boolean {
  const isOpen = settings.flag('WEBHOOK_LOOPBACK', false);
  return production && isOpen
    ? settings.refuse(
        'WEBHOOK_LOOPBACK',
        'must not be true in production: whoever has an account could reach what listens on this machine',
        false,
      )
    : isOpen;
}

/** Nobody counts hops here: a number or `true` would let callers write the address that they are limited by. */
function trustProxy(settings: Settings): string[] {
  const ranges = (settings.text('TRUST_PROXY') ?? '')
    .split(',')
    .map((range) => range.trim())
    .filter(Boolean);
  if (ranges.every(isRange)) return ranges;
  return settings.refuse(
    'TRUST_PROXY',
    'must be a comma separated list of the addresses or CIDR ranges of your proxies, such as 10.0.0.0/8; neither a number of hops, nor true, nor everybody',
    [],
  );
}

function isRange(text: string): boolean {
  const [address = '', prefix, ...rest] = text.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (prefix === undefined) return bits > 0;
  return rest.length === 0 && /^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= bits;
}

function rateLimitScale(settings: Settings, production: boolean): number {
  const scale = settings.number('RATE_LIMIT_SCALE', 1, 0, 1000);
  return production && scale === 0
    ? settings.refuse(
        'RATE_LIMIT_SCALE',
        'must not be 0 in production: without limits passwords can be guessed',
        1,
      )
    : scale;
}

/** In development a secret is made once and kept beside the data, so that sessions survive a restart. */
function jwtSecret(settings: Settings, production: boolean, dataDir: string): string {
  const given = settings.text('JWT_SECRET');
  if (given !== undefined) {
    const problem = secretProblem(given, production);
    return problem ? settings.refuse('JWT_SECRET', `${problem}; ${MAKE_SECRET}`, '') : given;
  }
  if (production) return settings.refuse('JWT_SECRET', `is needed in production; ${MAKE_SECRET}`, '');
  const file = join(dataDir, 'jwt-secret');
  try {
    return readFileSync(file, 'utf8');
  } catch {
    mkdirSync(dataDir, { recursive: true });
    const secret = randomBytes(SECRET_BYTES).toString('hex');
    writeFileSync(file, secret, { mode: 0o600, flag: 'wx' });
    return secret;
  }
}

function secretProblem(secret: string, production: boolean): string | null {
  if (Buffer.byteLength(secret) < SECRET_BYTES)
    return `is too short: it must have at least ${SECRET_BYTES} bytes`;
  if (!production) return null;
  if (/change.?me|secret|example|placeholder|default/i.test(secret)) return 'is a placeholder';
  if (new Set(secret).size < SECRET_VARIETY)
    return `is too easy to guess: it must have at least ${SECRET_VARIETY} different characters`;
  return null;
}
