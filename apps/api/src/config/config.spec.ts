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

describe('in production', () => {
  it('refuses the test gateway, a missing secret and mails without a server', () => {
    const refusal = () => readConfig({ NODE_ENV: 'production', DATA_DIR: dataDir() });
    expect(refusal).toThrow('PAYMENT_PROVIDER');
    expect(refusal).toThrow('JWT_SECRET');
    expect(refusal).toThrow('SMTP_URL');
    expect(refusal).toThrow('PUBLIC_URL');
  });

  it('refuses a short secret', () => {
    expect(() => readConfig({ NODE_ENV: 'production', JWT_SECRET: secret.slice(1) })).toThrow('JWT_SECRET');
  });
});
