import type { MailPage } from '@souk/contracts/mails.dto';
import Fastify from 'fastify';
import { createTransport } from 'nodemailer';
import { IsNull, Not } from 'typeorm';
import { startApp, type TestApp } from '../../../test/app';
import { Factory } from '../../../test/factories';
import { newestMailTo } from '../../../test/mailbox';
import { startSmtpServer, type SmtpServer } from '../../../test/smtp-server';
import { listen } from '../../bootstrap';
import { Config } from '../../config/config';
import { Database } from '../database/database';
import { OutboxEntry } from '../events/outbox-entry.entity';
import { serveDevMail } from './dev-mail';
import { asHtml, asText } from './layout';
import { Mail, type Letter } from './mail';
import { SmtpMail } from './smtp-mail';
import { transportUrl } from './smtp-url';

const LETTER: Letter = {
  to: 'jo@example.com',
  subject: 'Hello',
  paragraphs: ['<img src=x onerror="alert(1)"> & co'],
  action: { label: 'Look', url: 'https://souk.example/?a="><b>' },
  closing: 'Bye',
};
const HERE = { host: '127.0.0.1:3000' };

let test: TestApp;

describe('in a folder', () => {
  let url: string;
  beforeAll(async () => {
    test = await startApp({ PORT: '0' });
    url = await listen(test.app, test.app.get(Config));
  });
  afterAll(() => test.close());

  it('lies as HTML and text, and leads back to the port that the server really has', async () => {
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/);
    const { user } = await new Factory(test.client).buyer();
    const { text, html, token } = await newestMailTo(test, user.email, 'verify-email');
    expect(token).toMatch(/^[\w-]{43}$/);
    for (const part of [text, html]) {
      expect(part).toContain(`${url}/verify-email?token`);
      expect(part).toContain(user.username);
    }
    const payloads = await test.app.get(Database).repository(OutboxEntry).find();
    expect(JSON.stringify(payloads)).not.toContain(token);
  });

  it('is seen by whoever develops here: a list, the mail, and the mail itself, which may do nothing', async () => {
    await test.app.get(Mail).send({ ...LETTER, subject: 'Look & see\r\nBcc: all@example.com' });
    const see = (path: string) => test.app.inject({ url: path, headers: HERE });
    const list = await see('/dev/mail');
    expect(list.body).toContain('Look &amp; see Bcc: all@example.com');
    const path = /\/dev\/mail\/[\w-]+/.exec(list.body)?.[0] ?? '';
    const page = await see(path);
    expect(page.body).toContain('<th>To</th><td>jo@example.com</td>');
    expect(page.body).toContain('&lt;img src&#x3D;x');
    expect(page.body).toContain(`src="${path}/html"`);
    expect(page.body).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/);
    expect(page.body).not.toMatch(/<script|\son\w+=/);
    const mail = await see(`${path}/html`);
    expect(mail.headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/);
    expect(mail.headers['cache-control']).toBe('no-store');
    expect((await see('/dev/mail/..%2fjwt-secret')).statusCode).toBe(404);
  });

  it.each([
    ['another machine', { remoteAddress: '192.0.2.7', headers: HERE }],
    ['a name that was made to point here', { headers: { host: 'rebound.example' } }],
    ['a proxy on this machine', { headers: { ...HERE, 'x-forwarded-for': '192.0.2.7' } }],
  ])('is not seen from %s', async (_, request) => {
    const { statusCode } = await test.app.inject({ url: '/dev/mail', ...request });
    expect(statusCode).toBe(404);
  });

  it.each([{ production: true }, { smtpUrl: 'smtp://mail.example.com' }])(
    'is not seen at all with %p',
    async (change) => {
      const fastify = Fastify();
      serveDevMail(fastify, { production: false, smtpUrl: undefined, dataDir: test.dataDir, ...change });
      expect((await fastify.inject({ url: '/dev/mail', headers: HERE })).statusCode).toBe(404);
    },
  );
});

describe('through SMTP', () => {
  let smtp: SmtpServer;
  let make: Factory;
  beforeAll(async () => {
    smtp = await startSmtpServer();
    test = await startApp({
      SMTP_URL: `${smtp.url}?socketTimeout=700&greetingTimeout=700`,
      ...{ MAIL_FROM: 'Souk <hello@souk.example>', PUBLIC_URL: 'https://souk.example' },
    });
    make = new Factory(test.client);
  });
  beforeEach(() => smtp.received.splice(0));
  afterAll(async () => {
    await test.close();
    await smtp.close();
  });

  it('sends HTML and text, with links to the public address', async () => {
    const { user } = await make.buyer();
    await test.settled();
    expect(smtp.received).toEqual([
      { from: 'hello@souk.example', to: user.email, message: expect.any(String) },
    ]);
    const message = unquoted(smtp.received[0]?.message ?? '');
    expect(message).toContain('From: Souk <hello@souk.example>');
    expect(message).toContain('Subject: Welcome to Souk: confirm your e-mail address');
    expect(message).toMatch(/Content-Type: text\/plain[^]*Content-Type: text\/html/);
    expect(message.match(/https:\/\/souk\.example\/verify-email\?token=[\w-]{43}/g)).toHaveLength(4);
    expect(message).toContain('Auto-Submitted: auto-generated');
    expect(message).not.toContain('List-Unsubscribe');
  });

  it('sends nothing in clear where that is forbidden', async () => {
    const transport = createTransport(transportUrl(`${smtp.url}?requireTLS=true`));
    const mail = { from: 'souk@example.com', to: 'jo@example.com', text: 'Secret.' };
    await expect(transport.sendMail(mail)).rejects.toThrow('STARTTLS');
    transport.close();
    expect(smtp.received).toEqual([]);
  });

  it('tells mail programs how to end what nobody needs, and which copies are the same', async () => {
    const oneClickUrl = 'https://souk.example/unsubscribe?token=7.low_stock.abc';
    const unsubscribe = { oneClickUrl, pageUrl: oneClickUrl };
    await test.app.get(Mail).send({ ...LETTER, id: 'abc123', unsubscribe });
    const { message } = smtp.received[0] ?? { message: '' };
    expect(message).toContain(`List-Unsubscribe: <${oneClickUrl}>`);
    expect(message).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(message).toContain('Message-ID: <abc123@souk.example>');
  });

  it('keeps to a few connections, however much there is to send', async () => {
    const before = smtp.connections();
    await Promise.all(Array.from({ length: 12 }, () => test.app.get(Mail).send(LETTER)));
    expect(smtp.received).toHaveLength(12);
    expect(smtp.connections() - before).toBeLessThanOrEqual(3);
  });

  it('sends later what the server does not take now, and no request waits for it', async () => {
    smtp.refuseNext();
    const { user } = await make.buyer();
    await test.settled();
    expect(smtp.received).toEqual([]);
    await test.app.get(Database).repository(OutboxEntry).update({ attempts: 1 }, { runAt: new Date() });
    await test.settled();
    expect(smtp.received).toEqual([expect.objectContaining({ to: user.email })]);
  });

  it('gives up at once on an address that is none, and on no other', async () => {
    const email = 'nobody@example.com';
    await make.user('buyer', { email });
    await make.buyer();
    await test.settled();
    expect(smtp.received).toHaveLength(1);
    const dead = await test.app
      .get(Database)
      .repository(OutboxEntry)
      .findBy({ deadAt: Not(IsNull()) });
    expect(dead).toEqual([expect.objectContaining({ type: 'EmailUnconfirmed', attempts: 1 })]);
    expect(dead[0]?.lastError).toContain('5.1.1 User unknown');
  });

  it('waits for nobody while the server is silent, and sends all as soon as it is back', async () => {
    smtp.fallSilent();
    const { user } = await make.buyer();
    expect((await test.client.post('/auth/password/forgot', { email: user.email })).status).toBe(202);
    await test.settled();
    const waiting = await test.app.get(Database).repository(OutboxEntry).findBy({ attempts: 1 });
    expect(
      waiting
        .filter(({ doneAt }) => doneAt === null)
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['EmailUnconfirmed', 'PasswordForgotten']);
    const asked = smtp.connections();
    await expect(test.app.get(Mail).send(LETTER)).rejects.toThrow('away');
    expect(smtp.connections()).toBe(asked);
    smtp.behave();
    await test.app.get(SmtpMail).look();
    await test.settled();
    expect(smtp.received.map(({ to }) => to)).toEqual([user.email, user.email]);
  });

  it('is noted for staff: whether it was sent, and nothing of what it says', async () => {
    const { client: staff, user } = await make.buyer();
    await test.app.get(Database).manager.update('User', { id: user.id }, { isStaff: true });
    await test.settled();
    const mails = async (query: string) => (await staff.get<MailPage>(`/admin/mails?${query}`)).body.items;
    const [welcome, ...others] = await mails(`to=${user.email.toUpperCase()}`);
    expect(others).toEqual([]);
    expect(welcome).toMatchObject({ kind: 'welcome', recipient: 'b…@example.com', status: 'accepted' });
    const failed = await mails('status=failed&to=nobody@example.com');
    expect(failed).toMatchObject([{ kind: 'welcome', recipient: 'n…@example.com', attempts: 1 }]);
    expect(failed[0]?.lastError).toMatch(/^5\d\d 5\.1\.1 User unknown/);
    const secondTries = (await mails('status=accepted')).filter(({ attempts }) => attempts === 2);
    expect(secondTries.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['reset', 'welcome']));
  });
});

it('encrypts what carries a password over the net, and gives up on a server that is silent', () => {
  const settingsOf = (url: string) => Object.fromEntries(new URL(transportUrl(url)).searchParams);
  expect(settingsOf('smtp://user:secret@mail.example.com:587')).toMatchObject({
    ...{ requireTLS: 'true', pool: 'true', maxConnections: '3' },
    ...{ connectionTimeout: '5000', greetingTimeout: '8000', socketTimeout: '20000' },
  });
  for (const url of ['smtp://mail.example.com', 'smtp://u:p@127.0.0.1:25', 'smtps://u:p@mail.example.com'])
    expect(settingsOf(url).requireTLS).toBe('false');
  expect(settingsOf('smtp://mail.example.com?requireTLS=true').requireTLS).toBe('true');
  expect(settingsOf('smtp://u:p@mail.example.com?requireTLS=false').requireTLS).toBe('false');
});

it('is safe from what people write', () => {
  expect(asHtml(LETTER)).not.toMatch(/<img|<b>/);
  expect(asText(LETTER)).toContain('<img src=x onerror="alert(1)"> & co');
});

/** Quoted-printable (RFC 2045) undone; HTML's own escape of `=` too. */
const unquoted = (message: string) =>
  message
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    .replace(/&#x3D;/g, '=');
