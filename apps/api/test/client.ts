import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { ErrorCode } from '@souk/contracts';
import type { ErrorResponse } from '@souk/contracts/common.dto';
import type { ContractCheck } from './contract-check';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD';
type Headers = Record<string, string>;

export interface Answer<T> {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: T;
  bytes: Buffer;
  cookies: { name: string; value: string; [attribute: string]: unknown }[];
}

/** Speaks HTTP to the application as an integrator would. Immutable: `as` and `with` give a new one. */
export class Client {
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly contract: ContractCheck,
    private readonly headers: Headers = {},
  ) {}

  with(headers: Headers): Client {
    return new Client(this.app, this.contract, { ...this.headers, ...headers });
  }

  as({ accessToken }: { accessToken: string }): Client {
    return this.with({ authorization: `Bearer ${accessToken}` });
  }

  get = <T>(url: string) => this.send<T>('GET', url);
  delete = <T = undefined>(url: string, body?: unknown) => this.send<T>('DELETE', url, body);
  post = <T>(url: string, body?: unknown) => this.send<T>('POST', url, body);
  put = <T>(url: string, body?: unknown) => this.send<T>('PUT', url, body);
  patch = <T>(url: string, body?: unknown) => this.send<T>('PATCH', url, body);

  /** A multipart form with one file. */
  upload<T>(
    method: 'POST' | 'PUT',
    url: string,
    file: { name: string; type: string; bytes: Buffer },
    fields: Headers = {},
  ) {
    const boundary = 'souk-test-boundary';
    const text = Object.entries(fields).map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: ${file.type}\r\n\r\n`;
    const payload = Buffer.concat([
      Buffer.from(text.join('') + head),
      file.bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]);
    return this.raw<T>(method, url, payload, { 'content-type': `multipart/form-data; boundary=${boundary}` });
  }

  /** The request as it is: for malformed bodies and odd content types. */
  async raw<T>(
    method: Method,
    url: string,
    payload?: string | Buffer,
    headers: Headers = {},
  ): Promise<Answer<T>> {
    const path = url.startsWith('/api') || url.startsWith('/media') ? url : `/api${url}`;
    const response = await this.app.inject({
      method,
      url: path,
      payload,
      headers: { ...this.headers, ...headers },
    });
    const contentType = String(response.headers['content-type'] ?? '');
    const body = (
      contentType.includes('json') && response.payload ? JSON.parse(response.payload) : response.payload
    ) as T;
    this.contract.check(method, path, response.statusCode, contentType, body);
    return {
      status: response.statusCode,
      headers: response.headers,
      body,
      bytes: response.rawPayload,
      cookies: response.cookies as Answer<T>['cookies'],
    };
  }

  private send<T>(method: Method, url: string, body?: unknown): Promise<Answer<T>> {
    if (body === undefined) return this.raw<T>(method, url);
    return this.raw<T>(method, url, JSON.stringify(body), { 'content-type': 'application/json' });
  }
}

/** The answer is this error, in the contract's form. Returns its details. */
export function expectError(
  answer: Answer<unknown>,
  status: number,
  code: ErrorCode,
): Record<string, unknown> {
  const body = answer.body as ErrorResponse;
  expect({ status: answer.status, code: body.error?.code, body }).toMatchObject({ status, code });
  expect(body.success).toBe(false);
  expect(body.error.message).toMatch(/\S/);
  expect(body.requestId).toBe(answer.headers['x-request-id']);
  return body.error.details;
}
