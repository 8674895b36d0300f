import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';

/** Who takes no more for so long that this waits has gone, or will ask again for what it missed. */
const WAITING_BYTES = 64 * 1024;
const RETRY_MS = 3000;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // nothing on the way may keep, change or hold it
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
};

/**
 * An answer of server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html). It is Fastify's no
 * more, so errors must have been thrown before.
 */
export class EventStream {
  private readonly raw: ServerResponse;

  constructor(reply: FastifyReply) {
    reply.hijack();
    this.raw = reply.raw;
    this.raw.on('error', () => this.raw.destroy());
    this.raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...HEADERS });
    this.write(`retry: ${RETRY_MS}\n\n`);
  }

  /** @param id what `Last-Event-ID` says when the stream is asked for again */
  send(event: string, data: object, id?: number): void {
    const number = id === undefined ? '' : `id: ${id}\n`;
    // JSON has no line breaks, which would end the field
    this.write(`event: ${event}\n${number}data: ${JSON.stringify(data)}\n\n`);
  }

  /** A comment, so that no proxy takes it for dead, and the server finds out when the other side is. */
  beat(): void {
    this.write(':\n\n');
  }

  end(): void {
    this.raw.end();
  }

  /** However it ended. */
  onClose(closed: () => void): void {
    this.raw.once('close', closed);
  }

  private write(text: string): void {
    if (this.raw.writableEnded || this.raw.destroyed) return;
    if (this.raw.writableLength > WAITING_BYTES) this.raw.destroy();
    else this.raw.write(text);
  }
}

/** What `HEAD` is told: the same, and no stream. */
export const describeEventStream = (reply: FastifyReply): FastifyReply => reply.headers(HEADERS).send('');
