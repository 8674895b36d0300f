import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Receiver {
  url: string;
  received: Received[];
  /** Requests that were under way at the same time, at most. */
  readonly crowd: number;
  /** What it answers from now on. */
  answer(status: number, body?: string, headers?: Record<string, string>): void;
  /** Takes requests, and ends their connections without a word. */
  hangUp(): void;
  /** Takes requests and answers none, until `answer` is called; then those too. */
  fallSilent(): void;
  /** Resolves when so many requests have come. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

/** An integrator's server on loopback. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const held: ServerResponse[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  let reply: ((response: ServerResponse) => void) | null = (response) => void response.end();
  let [open, crowd] = [0, 0];
  const server = createServer((request, response) => {
    open += 1;
    crowd = Math.max(crowd, open);
    response.on('close', () => (open -= 1));
    void text(request).then((body) => {
      received.push({ path: request.url ?? '', headers: request.headers, body });
      if (reply) reply(response);
      else held.push(response);
      for (const { count, resolve } of waiting) if (received.length >= count) resolve();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    get crowd() {
      return crowd;
    },
    answer: (status, body = '', headers = {}) => {
      reply = (response) => void response.writeHead(status, headers).end(body);
      for (const response of held.splice(0)) reply(response);
    },
    hangUp: () => (reply = (response) => void response.destroy()),
    fallSilent: () => (reply = null),
    arrived: (count) =>
      received.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push({ count, resolve })),
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** As an integrator checks it, after the specification. */
export function isSignedBy(secret: string, { headers, body }: Received): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const expected = createHmac('sha256', key).update(content).digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .some((signature) => {
      const given = Buffer.from(signature.replace(/^v1,/, ''), 'base64');
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
}
