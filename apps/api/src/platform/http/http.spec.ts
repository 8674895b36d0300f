import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mock } from 'node:test';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { OpenAPIObject } from '@nestjs/swagger';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { Factory } from '../../../test/factories';

let test: TestApp;
const WEB_ROOT = mkdtempSync(join(tmpdir(), 'souk-web-'));
beforeAll(async () => {
  writeFileSync(join(WEB_ROOT, 'index.html'), '<title>Souk</title>');
  test = await startApp({ WEB_ROOT });
});
afterAll(async () => {
  await test.close();
  rmSync(WEB_ROOT, { recursive: true });
});

describe('what cannot be read', () => {
  const json = { 'content-type': 'application/json' };

  it.each([
    '{"username": ',
    '[',
    'null garbage',
    '{"a":1,}',
    '{"__proto__": {"isStaff": true}}',
    '{"constructor":{"prototype":{}}}',
  ])('malformed or hostile JSON is refused: %p', async (payload) =>
    expectError(await test.client.raw('POST', '/auth/login', payload, json), 400, 'VALIDATION_ERROR'),
  );

  it.each(['"text"', '[]', '7', 'null', '[{"username":"a"}]'])(
    'JSON that is no object is refused: %p',
    async (payload) =>
      expectError(await test.client.raw('POST', '/auth/login', payload, json), 400, 'VALIDATION_ERROR'),
  );

  it.each(['"text"', '[]', '7', '[{}]'])('%p is no request without fields either', async (payload) => {
    const answer = await test.client.raw('POST', '/auth/refresh', payload, json);
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toEqual({ body: ['must be a JSON object'] });
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'multipart/form-data; boundary=x',
    'nonsense',
  ])('content type %s is refused', async (type) =>
    expectError(
      await test.client.raw('POST', '/auth/login', 'username=a&password=b', { 'content-type': type }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ),
  );

  it.each(['gzip', 'br', 'nonsense'])('a body packed with %s is refused', async (coding) =>
    expectError(
      await test.client.raw('POST', '/auth/login', '{}', { ...json, 'content-encoding': coding }),
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ),
  );

  it.each([
    ['nested ten thousand deep', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['with lists ten thousand deep', `{"username":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
    ['with ten thousand fields', `{${Array.from({ length: 9_000 }, (_, i) => `"${i}":1`).join()}}`],
    ['with a list of ten thousand', `{"username":[${'{},'.repeat(9_999)}{}]}`],
    ['with half a character', '{"username":"\\ud800@x.test","password":"x"}'],
    ['with a name that every object has', '{"username":"a","password":"b","toString":1}'],
  ])('JSON %s is refused', async (_, payload) =>
    expectError(await test.client.raw('POST', '/auth/login', payload, json), 400, 'VALIDATION_ERROR'),
  );

  it.each([
    ['multipart/form-data; boundary=x', '--x\r\nbroken'],
    ['multipart/form-data', 'no boundary'],
  ])('a broken form is refused: %s', async (type, payload) => {
    const make = new Factory(test.client);
    const vendor = await make.vendor();
    const { id } = await make.store(vendor);
    const answer = await vendor.client.raw('PUT', `/stores/${id}/logo`, payload, { 'content-type': type });
    expectError(answer, 400, 'VALIDATION_ERROR');
  });

  it.each(['/stores/%zz', '/%'])('an address that cannot be decoded is refused: %s', async (path) =>
    expectError(await test.client.get(path), 400, 'VALIDATION_ERROR'),
  );

  it.each([
    '/categories?foo=1',
    '/cart?foo=1',
    '/health/live?x=1',
    '/stores?constructor=1',
    '/stores?__proto__=1',
  ])('a parameter that nobody reads is refused: %s', async (path) =>
    expectError(await test.client.get(path), 400, 'VALIDATION_ERROR'),
  );

  it('a body over 100 KiB is refused', async () =>
    expectError(
      await test.client.post('/auth/login', { username: 'x'.repeat(110_000) }),
      413,
      'PAYLOAD_TOO_LARGE',
    ));
});

describe('addresses', () => {
  it.each(['/nowhere', '/stores/1/nowhere', '/', '//stores', '/stores%2f1'])(
    '%s is not found',
    async (path) => {
      expect(expectError(await test.client.get(path), 404, 'NOT_FOUND')).toEqual({
        resource: expect.any(String),
      });
    },
  );

  it.each([
    ['DELETE', '/stores', ['GET', 'HEAD', 'POST']],
    ['PUT', '/auth/login', ['POST']],
    ['POST', '/stores/7', ['DELETE', 'GET', 'HEAD', 'PATCH', 'PUT']],
  ] as const)('%s %s is not allowed', async (method, path, allowed) => {
    const answer = await test.client.raw(method, path);
    expect(expectError(answer, 405, 'METHOD_NOT_ALLOWED')).toEqual({ allowed });
    expect(answer.headers.allow).toBe(allowed.join(', '));
  });

  it.each([
    '0',
    '-1',
    '1.5',
    'abc',
    '2147483648',
    '99999999999999999999',
    '9'.repeat(101),
    '1e3',
    '%00',
    'null',
  ])('id %p is invalid', async (id) =>
    expectError(await test.client.get(`/stores/${id}`), 400, 'VALIDATION_ERROR'),
  );

  it('takes a trailing slash', async () => expect((await test.client.get('/stores/')).status).toBe(200));
});

describe('pages of the shop', () => {
  const ask = (url: string, accept: string) =>
    test.app.inject({ url, headers: accept === 'anything' ? {} : { accept } });

  it.each(['anything', '*/*', 'text/html,application/xhtml+xml,*/*;q=0.8'])(
    'are for who accepts %s',
    async (accept) => {
      for (const url of ['/cart', '/orders/7?token=ours']) {
        const { statusCode, headers, payload } = await ask(url, accept);
        expect({ statusCode, payload }).toEqual({ statusCode: 200, payload: '<title>Souk</title>' });
        expect(headers['content-type']).toContain('text/html');
      }
    },
  );

  it.each([
    ['/', 'application/json'],
    ['/cart', 'application/json, text/plain, */*'],
    ['/api/nowhere', '*/*'],
    ['/assets/gone.js', 'anything'],
    ['/media/4f/none.webp', 'text/html'],
    ['/media/..%2f', '*/*'],
    ['/media//x', '*/*'],
  ])('there is none at %s', async (url, accept) => {
    const { statusCode, headers, payload } = await ask(url, accept);
    expect(statusCode).toBe(404);
    expect(headers['content-type']).toContain('application/json');
    expect(JSON.parse(payload)).toMatchObject({ success: false, error: { code: 'NOT_FOUND' } });
  });
});

describe('what is no HTTP, or none that is known', () => {
  let port: number;
  beforeAll(async () => {
    await test.app.listen(0, '127.0.0.1');
    port = (test.app.getHttpServer().address() as AddressInfo).port;
  });

  it.each([
    ['an unknown method', 'FOO / HTTP/1.1', 400, 'VALIDATION_ERROR'],
    ['the start of TLS', '\x16\x03\x01', 400, 'VALIDATION_ERROR'],
    ['a version to come', 'GET / HTTP/9.9', 400, 'VALIDATION_ERROR'],
    ['a header of 20 kB', `GET / HTTP/1.1\r\nx: ${'x'.repeat(20_000)}`, 431, 'VALIDATION_ERROR'],
    ['a method that nothing takes', 'TRACE / HTTP/1.1', 404, 'NOT_FOUND'],
    ['a method that an address does not take', 'TRACE /api/stores HTTP/1.1', 405, 'METHOD_NOT_ALLOWED'],
    ['an address that cannot be decoded', 'GET /%ff HTTP/1.1', 400, 'VALIDATION_ERROR'],
    ['an unknown expectation', 'GET / HTTP/1.1\r\nexpect: x', 417, 'VALIDATION_ERROR'],
    ['a method of WebDAV', 'PROPFIND / HTTP/1.1', 404, 'NOT_FOUND'],
    ['a way up', 'GET /media/../souk.sqlite HTTP/1.1', 404, 'NOT_FOUND'],
    ['a hidden way up', 'GET /media/%2e%2e/souk.sqlite HTTP/1.1', 404, 'NOT_FOUND'],
    ['no host', 'GET /api/stores HTTP/1.1', 400, 'VALIDATION_ERROR', ''],
  ])('%s is answered like any other mistake', async (_, start, status, code, host = 'host: souk\r\n') => {
    const socket = connect(port, '127.0.0.1');
    socket.write(`${start}\r\n${host}connection: close\r\n\r\n`);
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    const { requestId, ...error } = JSON.parse(body) as Record<string, unknown>;
    expect(error).toMatchObject({ success: false, error: { code, message: expect.any(String) } });
    expect(head).toContain(`x-request-id: ${String(requestId)}`);
    expect(head).toMatch(/content-type: application\/json/i);
    expect(head).toMatch(/x-content-type-options: nosniff/i);
  });

  it.each([
    ['JSON ends', 'application/json', 408],
    ['an upload goes on', 'multipart/form-data; boundary=x', 400],
  ])('%s when it has not arrived after 30 seconds', async (_, type, status) => {
    const make = new Factory(test.client);
    const vendor = await make.vendor();
    const { id } = await make.store(vendor);
    // what follows from that has timers too
    await test.settled();
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const socket = connect(port, '127.0.0.1');
      const answer = text(socket);
      const start = [
        `PUT /api/stores/${id}/logo HTTP/1.1`,
        'host: souk',
        'connection: close',
        `authorization: Bearer ${vendor.tokens.accessToken}`,
        `content-type: ${type}`,
        'content-length: 11',
      ];
      const arrived = once(test.app.getHttpServer(), 'request');
      socket.write(`${start.join('\r\n')}\r\n\r\n--x`);
      await arrived;
      mock.timers.tick(30_000);
      socket.write('\r\nbroken');
      expect(await answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    } finally {
      mock.timers.reset();
    }
  });
});

describe('every answer', () => {
  it('carries the request id of the client, or one of its own', async () => {
    const own = await test.client.get('/stores');
    const given = await test.client.with({ 'x-request-id': 'order-7.a_b' }).get('/stores');
    const insane = await test.client.with({ 'x-request-id': 'a b<script>' }).get('/stores');
    expect(own.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
    expect(given.headers['x-request-id']).toBe('order-7.a_b');
    expect(insane.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/);
  });

  it.each(['/stores', '/nowhere', '/docs'])('tells browsers to be careful: %s', async (path) => {
    const { headers } = await test.client.get(path);
    const policy = headers['content-security-policy'];
    for (const rule of [
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "frame-ancestors 'none'",
    ])
      expect(policy).toContain(`${rule};`);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'strict-transport-security': expect.stringContaining('max-age='),
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});

describe('slow connections', () => {
  it('are not held open', () => {
    const server = test.app.getHttpServer();
    expect([server.headersTimeout, server.requestTimeout, server.timeout]).toEqual([
      15_000, 600_000, 120_000,
    ]);
  });
});

describe('operations of the system', () => {
  it('tells that it lives and is ready', async () => {
    expect((await test.client.get('/health/live')).body).toEqual({ status: 'up' });
    const ready = await test.client.get('/health/ready');
    expect(ready.body).toEqual({ status: 'ready', parts: { database: 'up', migrations: 'up' } });
  });

  it('exposes metrics by route, outside the API', async () => {
    await test.client.get('/stores/12345');
    const { payload } = await test.app.inject({ method: 'GET', url: '/metrics' });
    expect(payload).toContain('route="/api/stores/:id"');
    expect(payload).toContain('process_cpu_seconds_total');
  });
});

describe('the OpenAPI document', () => {
  type Operation = {
    summary?: string;
    description?: string;
    operationId?: string;
    responses: object;
    'x-access'?: string;
  };
  let document: OpenAPIObject;
  let operations: [string, Operation][];
  beforeAll(async () => {
    document = (await test.client.get<OpenAPIObject>('/openapi.json')).body;
    operations = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Operation>).map(
        ([method, operation]) => [`${method} ${path}`, operation] as [string, Operation],
      ),
    );
  });

  it('is served as a page too', async () => {
    const page = await test.client.get<string>('/docs');
    expect(page.status).toBe(200);
    expect(page.body).toContain('swagger');
  });

  it('describes every operation: what it does, who may call it, how it fails', () => {
    expect(operations.length).toBeGreaterThan(20);
    const poor = operations.filter(
      ([, operation]) =>
        !operation.summary ||
        !operation.description?.includes('Access: ') ||
        !operation['x-access'] ||
        !('500' in operation.responses),
    );
    expect(poor.map(([name]) => name)).toEqual([]);
  });

  it('names operations uniquely and answers with schemas', () => {
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const schemaless = operations.filter(([, { responses }]) => {
      const [status, success] =
        Object.entries(responses as Record<string, { content?: object }>).find(([code]) => code < '300') ??
        [];
      return status !== '204' && status !== '202' && !success?.content;
    });
    expect(schemaless.map(([name]) => name)).toEqual([]);
  });
});
