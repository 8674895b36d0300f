import { startApp, type TestApp } from '../../../test/app';
import { Factory } from '../../../test/factories';
import { newestMailTo } from '../../../test/mailbox';
import { startSmtpServer, type SmtpServer } from '../../../test/smtp-server';
import { listen } from '../../bootstrap';
import { Config } from '../../config/config';
import { Database } from '../database/database';
import { OutboxEntry } from '../events/outbox-entry.entity';
import { asHtml, asText } from './layout';

const PUBLIC_URL = 'https://souk.example';

let test: TestApp;
afterEach(() => test?.close());

it('leads back to the port that the server really has', async () => {
  test = await startApp({ PORT: '0' });
  const url = await listen(test.app, test.app.get(Config));
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
  const { user } = await new Factory(test.client).buyer();
  expect((await newestMailTo(test, user.email, 'verify-email')).text).toContain(`${url}/verify-email?token=`);
});

describe('through SMTP', () => {
  let smtp: SmtpServer;
  beforeEach(async () => {
    smtp = await startSmtpServer();
    test = await startApp({ SMTP_URL: smtp.url, MAIL_FROM: 'Souk <hello@souk.example>', PUBLIC_URL });
  });
  afterEach(() => smtp.close());

  it('sends HTML and text, with links to the public address', async () => {
    const { user } = await new Factory(test.client).buyer();
    await test.settled();
    expect(smtp.received).toEqual([
      { from: 'hello@souk.example', to: user.email, message: expect.any(String) },
    ]);
    const message = unquoted(smtp.received[0]?.message ?? '');
    expect(message).toContain('From: Souk <hello@souk.example>');
    expect(message).toContain('Subject: Confirm your e-mail address');
    expect(message).toMatch(/Content-Type: text\/plain[^]*Content-Type: text\/html/);
    expect(message.match(/https:\/\/souk\.example\/verify-email\?token=[\w-]{43}/g)).toHaveLength(4);
  });

  it('sends later what the server does not take now, and no request waits for it', async () => {
    smtp.refuseNext();
    const { user } = await new Factory(test.client).buyer();
    await test.settled();
    expect(smtp.received).toEqual([]);
    await allDue(test);
    expect(smtp.received).toEqual([expect.objectContaining({ to: user.email })]);
  });

  it('answers as ever while the server is down', async () => {
    await smtp.close();
    const { user } = await new Factory(test.client).buyer();
    expect((await test.client.post('/auth/password/forgot', { email: user.email })).status).toBe(202);
    await test.settled();
    const waiting = await test.app.get(Database).repository(OutboxEntry).findBy({ attempts: 1 });
    expect(waiting.map(({ type }) => type).sort()).toEqual(['EmailUnconfirmed', 'PasswordForgotten']);
    expect(waiting.every(({ doneAt }) => doneAt === null)).toBe(true);
  });
});

it('lies in a folder without a server, as HTML and text', async () => {
  test = await startApp({ PUBLIC_URL });
  const { user } = await new Factory(test.client).buyer();
  const { text, html, token } = await newestMailTo(test, user.email, 'verify-email');
  expect(token).toMatch(/^[\w-]{43}$/);
  for (const part of [text, html]) {
    expect(part).toContain(`${PUBLIC_URL}/verify-email?token`);
    expect(part).toContain(user.username);
  }
  const payloads = await test.app.get(Database).repository(OutboxEntry).find();
  expect(JSON.stringify(payloads)).not.toContain(token);
});

it('is safe from what people write', () => {
  const letter = {
    to: 'jo@example.com',
    subject: 'Hello',
    paragraphs: ['<img src=x onerror="alert(1)"> & co'],
    action: { label: 'Look', url: 'https://souk.example/?a="><b>' },
    closing: 'Bye',
  };
  expect(asHtml(letter)).not.toMatch(/<img|<b>/);
  expect(asText(letter)).toContain('<img src=x onerror="alert(1)"> & co');
});

/** As if the pause after a failure were over. */
async function allDue({ app, settled }: TestApp): Promise<void> {
  await app.get(Database).repository(OutboxEntry).update({ attempts: 1 }, { runAt: new Date() });
  await settled();
}

/** Quoted-printable (RFC 2045) undone; HTML's own escape of `=` too. */
const unquoted = (message: string) =>
  message
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/&#x3D;/g, '=');
