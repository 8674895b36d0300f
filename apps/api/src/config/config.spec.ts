import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config';

const secret = 'x'.repeat(32);
const dataDir = () => mkdtempSync(join(tmpdir(), 'souk-config-'));

it('works with nothing set, keeping the secret it made', () => {
  const DATA_DIR = dataDir();
  const config = readConfig({ DATA_DIR });
  expect(config).toMatchObject({
    host: '127.0.0.1',
    port: 3000,
    demo: true,
    databaseUrl: undefined,
    siteUrl: 'http://127.0.0.1:3000',
    smtpUrl: undefined,
    paymentProvider: 'test',
  });
  expect(config.jwtSecret).toHaveLength(64);
  expect(readConfig({ DATA_DIR }).jwtSecret).toBe(config.jwtSecret);
  expect(readFileSync(join(DATA_DIR, 'jwt-secret'), 'utf8')).toBe(config.jwtSecret);
});

it('names every wrong setting at once', () => {
  const env = {
    PORT: '99999',
    DEMO: 'maybe',
    DATABASE_URL: 'postgres://u:hunter2@h/d',
    LOG_LEVEL: 'loud',
    JWT_SECRET: 'short',
    SMTP_URL: 'http://mail.example.com',
    MAIL_FROM: 'nobody',
    REDIS_URL: '127.0.0.1:6379',
    TRUST_PROXY: 'true',
    RATE_LIMIT_SCALE: '-1',
    S3_ENDPOINT: 's3.example.com',
    WEBHOOK_LOOPBACK: 'perhaps',
  };
  const refusal = () => readConfig({ ...env, DATA_DIR: dataDir() });
  for (const name of Object.keys(env)) expect(refusal).toThrow(name);
  expect(refusal).not.toThrow('hunter2');
});

it('asks for a sender as soon as mails leave', () => {
  const env = { SMTP_URL: 'smtp://mail.example.com:587', DATA_DIR: dataDir() };
  expect(() => readConfig(env)).toThrow('MAIL_FROM');
  expect(readConfig({ ...env, MAIL_FROM: 'Souk <hello@example.com>' }).mailFrom).toContain('hello@');
});

it('takes the settings of a bucket together or not at all', () => {
  const bucket = { S3_BUCKET: 'souk', S3_ACCESS_KEY_ID: 'id', DATA_DIR: dataDir() };
  expect(() => readConfig(bucket)).toThrow('S3_SECRET_ACCESS_KEY');
  expect(readConfig({ ...bucket, S3_SECRET_ACCESS_KEY: 'secret' }).s3).toMatchObject({ region: 'us-east-1' });
  expect(readConfig({ DATA_DIR: dataDir() }).s3).toBeUndefined();
});

it('keeps percentages to two decimals, and sends payouts by Stripe only where that takes the money', () => {
  const read = (env: object) => readConfig({ ...env, DATA_DIR: dataDir() });
  expect(read({})).toMatchObject({ commissionRate: 1000, payoutMethod: 'manual' });
  expect(read({ COMMISSION_RATE: '7.25' }).commissionRate).toBe(725);
  for (const COMMISSION_RATE of ['50.01', '-1', '1.234', 'ten'])
    expect(() => read({ COMMISSION_RATE })).toThrow('COMMISSION_RATE must be a percentage from 0 to 50');
  expect(() => read({ PAYOUT_METHOD: 'stripe' })).toThrow('PAYOUT_METHOD can be stripe only');
});

it('takes Stripe with its keys, in production only with its own server', () => {
  const env = { PAYMENT_PROVIDER: 'stripe', DATA_DIR: dataDir() };
  for (const name of ['STRIPE_SECRET_KEY', 'STRIPE_PUBLISHABLE_KEY', 'STRIPE_WEBHOOK_SECRET'])
    expect(() => readConfig(env)).toThrow(name);
  const keys = { STRIPE_SECRET_KEY: 'sk_test_1', STRIPE_PUBLISHABLE_KEY: 'pk_test_1' };
  const full = { ...env, ...keys, STRIPE_WEBHOOK_SECRET: 'whsec_1' };
  expect(readConfig(full)).toMatchObject({
    paymentProvider: 'stripe',
    stripe: {
      secretKey: 'sk_test_1',
      publishableKey: 'pk_test_1',
      webhookSecret: 'whsec_1',
      apiBase: undefined,
      scriptUrl: expect.stringMatching(/^https:\/\/js\.stripe\.com\//),
    },
  });
  expect(() => readConfig({ ...full, CURRENCY: 'JPY' })).toThrow('CURRENCY must have two decimals');
  for (const key of ['sk_test_1', 'pk_live_1', 'pk_test_1"'])
    expect(() => readConfig({ ...full, STRIPE_PUBLISHABLE_KEY: key })).toThrow('STRIPE_PUBLISHABLE_KEY');
  const elsewhere = { ...full, NODE_ENV: 'production', STRIPE_API_BASE: 'http://127.0.0.1:1' };
  expect(() => readConfig(elsewhere)).toThrow('STRIPE_API_BASE');
});

describe('X', () => {
  const credentials = {
    ...{ X_APP_KEY: 'key', X_APP_SECRET: 'secret' },
    ...{ X_ACCESS_TOKEN: '1790-token', X_ACCESS_SECRET: 'secret' },
  };
  const read = (env: object) => readConfig({ ...env, DATA_DIR: dataDir() }).social;

  it('is where announcements go as soon as there are credentials, and the log before', () => {
    expect(read({})).toEqual({ network: 'log', pictureMs: 20_000, x: undefined });
    expect(read({ ...credentials, SOCIAL: 'off' })).toEqual({
      network: 'off',
      pictureMs: 20_000,
      x: undefined,
    });
    expect(read({ ...credentials, X_MONTHLY_CAP: '40', X_API: 'v1.1', SOCIAL_PICTURE_SECONDS: '0' })).toEqual(
      {
        ...{ network: 'x', pictureMs: 0 },
        x: {
          ...{ appKey: 'key', appSecret: 'secret', accessToken: '1790-token', accessSecret: 'secret' },
          ...{ api: 'v1.1', apiBase: undefined, monthlyCap: 40, timeoutMs: 10_000 },
        },
      },
    );
  });

  it.each(Object.keys(credentials))('is refused without %s', (name) => {
    expect(() => read({ ...credentials, [name]: '' })).toThrow(`${name} is needed for posting to X`);
    expect(() => read({ SOCIAL: 'x' })).toThrow(name);
  });

  it.each([
    ['X_ACCESS_TOKEN', 'token-without-a-number'],
    ['X_API', 'v3'],
    ['X_API_BASE', 'x.example.com'],
    ['X_MONTHLY_CAP', '0'],
    ['X_TIMEOUT_SECONDS', '61'],
    ['SOCIAL', 'twitter'],
    ['SOCIAL_PICTURE_SECONDS', '3601'],
  ])('refuses %s=%s', (name, value) => expect(() => read({ ...credentials, [name]: value })).toThrow(name));

  it('is X itself in production', () => {
    const elsewhere = { ...credentials, X_API_BASE: 'http://127.0.0.1:1' };
    expect(read(elsewhere).x?.apiBase).toBe('http://127.0.0.1:1');
    expect(() => read({ ...elsewhere, NODE_ENV: 'production' })).toThrow('X_API_BASE must not be set');
    expect(() => read({ ...credentials, NODE_ENV: 'production' })).not.toThrow('X_API_BASE');
  });
});

it('reads tax rates to the thousandth of a percent', () => {
  const env = { TAX_MODE: 'inclusive', TAX_RATES: 'DE:19, FR:5.5,CH:8.125,*:0', DATA_DIR: dataDir() };
  const { mode, rates } = readConfig(env).tax;
  expect([mode, Object.fromEntries(rates)]).toEqual([
    'inclusive',
    { DE: 19_000, FR: 5500, CH: 8125, '*': 0 },
  ]);
  expect(readConfig({ DATA_DIR: dataDir() }).tax.mode).toBe('none');
});

it.each([
  ['exclusive', undefined, 'needed'],
  [undefined, 'DE:19', 'TAX_MODE'],
  ['exclusive', 'DE:19,XX:5', '"XX:5"'],
  ['exclusive', 'DE:19,DE:7', '"DE:7"'],
  ['exclusive', 'de:19', '"de:19"'],
  ['exclusive', 'DE:-1', '"DE:-1"'],
  ['exclusive', 'DE:101', '"DE:101"'],
  ['exclusive', 'DE:1.2345', '"DE:1.2345"'],
  ['exclusive', 'DE:1e1', '"DE:1e1"'],
  ['exclusive', 'DE', '"DE"'],
  ['exclusive', 'DE:19:7', '"DE:19:7"'],
])('with TAX_MODE %p refuses the rates %p', (TAX_MODE, TAX_RATES, problem) =>
  expect(() => readConfig({ TAX_MODE, TAX_RATES, DATA_DIR: dataDir() })).toThrow(problem),
);

it.each(['1', 'true', 'loopback', '0.0.0.0/0', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0.0/8,nobody'])(
  'does not trust %p as a proxy',
  (TRUST_PROXY) => expect(() => readConfig({ TRUST_PROXY, DATA_DIR: dataDir() })).toThrow('CIDR'),
);

it('trusts addresses and ranges', () => {
  const { trustProxy } = readConfig({ TRUST_PROXY: '10.0.0.0/8, ::1,fd00::/8', DATA_DIR: dataDir() });
  expect(trustProxy).toEqual(['10.0.0.0/8', '::1', 'fd00::/8']);
});

describe('in production', () => {
  it('refuses the test gateway, a missing secret and mails without a server', () => {
    const refusal = () => readConfig({ NODE_ENV: 'production', DATA_DIR: dataDir() });
    expect(refusal).toThrow('PAYMENT_PROVIDER');
    expect(refusal).toThrow('JWT_SECRET');
    expect(refusal).toThrow('SMTP_URL');
    expect(refusal).toThrow('PUBLIC_URL');
  });

  it('takes Stripe', () => {
    const env = {
      NODE_ENV: 'production',
      DATA_DIR: dataDir(),
      JWT_SECRET: createHash('sha256').update('souk').digest('base64'),
      SMTP_URL: 'smtp://mail.example.com:587',
      MAIL_FROM: 'Souk <hello@example.com>',
      PUBLIC_URL: 'https://souk.example.com',
      PAYMENT_PROVIDER: 'stripe',
      STRIPE_SECRET_KEY: 'sk_live_1',
      STRIPE_PUBLISHABLE_KEY: 'pk_live_1',
      STRIPE_WEBHOOK_SECRET: 'whsec_1',
    };
    expect(readConfig(env)).toMatchObject({ production: true, paymentProvider: 'stripe' });
  });

  it.each([
    ['change-me-change-me-change-me-change-me', 'a placeholder'],
    ['x'.repeat(64), 'too easy to guess'],
    ['12345678901234567890123456789012', 'too easy to guess'],
    ['abcdefgh'.repeat(4), 'too easy to guess'],
    [secret.slice(1), 'too short'],
  ])('refuses the secret %s', (JWT_SECRET, problem) =>
    expect(() => readConfig({ NODE_ENV: 'production', JWT_SECRET })).toThrow(`JWT_SECRET is ${problem}`),
  );

  it.each(['hex', 'base64'] as const)('takes a random secret in %s', (encoding) => {
    const JWT_SECRET = createHash('sha512').update('random').digest(encoding);
    expect(() => readConfig({ NODE_ENV: 'production', JWT_SECRET })).not.toThrow('JWT_SECRET');
  });

  it('refuses webhooks to its own machine', () =>
    expect(() => readConfig({ NODE_ENV: 'production', WEBHOOK_LOOPBACK: 'true' })).toThrow(
      'WEBHOOK_LOOPBACK must not be true in production',
    ));

  it('refuses to run without rate limits', () => {
    expect(() => readConfig({ NODE_ENV: 'production', RATE_LIMIT_SCALE: '0' })).toThrow('RATE_LIMIT_SCALE');
    expect(() => readConfig({ NODE_ENV: 'production', RATE_LIMIT_SCALE: '2' })).not.toThrow(
      'RATE_LIMIT_SCALE',
    );
  });
});
