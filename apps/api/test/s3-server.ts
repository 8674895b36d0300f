import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

interface StoredObject {
  bytes: Buffer;
  type?: string;
  caching?: string;
}

export interface S3Server {
  /** What makes the API use it. */
  settings: Record<string, string>;
  /** By key, without the bucket. */
  objects: Map<string, StoredObject>;
  /** Until it is mended, every request is answered with 503 or, `gone`, not at all. */
  break(how: 'failing' | 'gone'): void;
  mend(): void;
  close(): Promise<void>;
}

const BUCKET = 'souk-media';
const REGION = 'eu-test-1';
const ID = 'test-access-key';
const SECRET = 'test-secret-key';

/** Speaks as much of S3 on loopback as it takes to keep files, and believes nobody whose signature is wrong. */
export async function startS3Server(): Promise<S3Server> {
  const objects = new Map<string, StoredObject>();
  let state: 'up' | 'failing' | 'gone' = 'up';
  const sockets = new Set<Socket>();
  const server = createServer((request, reply) => {
    if (state === 'gone') return request.socket.destroy();
    void buffer(request).then((body) => {
      if (state === 'failing') return refuse(reply, 503, 'SlowDown');
      if (!isSigned(request, body)) return refuse(reply, 403, 'SignatureDoesNotMatch');
      const [, bucket, key = ''] = /^\/([^/]+)\/([^?]*)/.exec(request.url ?? '') ?? [];
      if (bucket !== BUCKET) return refuse(reply, 404, 'NoSuchBucket');
      answer(objects, request, reply, key, body);
    });
  }).on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    settings: {
      S3_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      S3_REGION: REGION,
      S3_BUCKET: BUCKET,
      S3_ACCESS_KEY_ID: ID,
      S3_SECRET_ACCESS_KEY: SECRET,
    },
    objects,
    break: (how) => (state = how),
    mend: () => (state = 'up'),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function answer(
  objects: S3Server['objects'],
  { method, headers }: IncomingMessage,
  reply: ServerResponse,
  key: string,
  body: Buffer,
): void {
  if (method === 'PUT') {
    objects.set(key, { bytes: body, type: headers['content-type'], caching: headers['cache-control'] });
    reply.writeHead(200, { etag: `"${hash(body)}"` }).end();
  } else if (method === 'DELETE') {
    objects.delete(key);
    reply.writeHead(204).end();
  } else {
    const found = objects.get(key);
    if (!found) return refuse(reply, 404, 'NoSuchKey', method === 'HEAD');
    const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    const bytes = start ? found.bytes.subarray(Number(start), Number(end) + 1) : found.bytes;
    reply
      .writeHead(start ? 206 : 200, { 'content-length': bytes.length })
      .end(method === 'HEAD' ? '' : bytes);
  }
}

function refuse(reply: ServerResponse, status: number, code: string, isBare = false): void {
  reply.writeHead(status, { 'content-type': 'application/xml' });
  reply.end(isBare ? '' : `<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
}

/** AWS Signature Version 4, as its documentation has it. */
function isSigned({ method, url = '', headers }: IncomingMessage, body: Buffer): boolean {
  const [, id, scope = '', names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\S+), SignedHeaders=(\S+), Signature=(\w+)$/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const [date = '', region, service, end] = scope.split('/');
  if (id !== ID || [region, service, end].join() !== [REGION, 's3', 'aws4_request'].join()) return false;
  const content = String(headers['x-amz-content-sha256']);
  if (content !== 'UNSIGNED-PAYLOAD' && content !== hash(body)) return false;
  const { pathname, searchParams } = new URL(url, 'http://s3');
  searchParams.sort();
  const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, pathname, searchParams.toString(), signed.join(''), names, content].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash(canonical)].join('\n');
  const key = [date, REGION, 's3', 'aws4_request'].reduce<Buffer | string>(hmac, `AWS4${SECRET}`);
  return hmac(key, text).toString('hex') === signature;
}

const hash = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
