import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Writable } from 'node:stream';
import type { TestApp } from './app';
import type { Person } from './factories';

export interface ServerEvent {
  event: string;
  id?: string;
  data: unknown;
}

/** Somebody who listens to what the server tells them. */
export class Listening {
  private constructor(
    readonly status: number,
    readonly headers: Record<string, unknown>,
    private readonly lines: AsyncIterator<string>,
    private readonly response: Writable,
  ) {}

  static async to({ app }: TestApp, { tokens }: Person, lastEventId?: number | string): Promise<Listening> {
    const { statusCode, headers, raw, stream } = await app.inject({
      url: '/api/notifications/stream',
      headers: {
        authorization: `Bearer ${tokens.accessToken}`,
        ...(lastEventId !== undefined && { 'last-event-id': String(lastEventId) }),
      },
      payloadAsStream: true,
    });
    const lines = createInterface(stream())[Symbol.asyncIterator]();
    return new Listening(statusCode, headers, lines, raw.res);
  }

  /** Null when the server has ended the stream. */
  async next(): Promise<ServerEvent | null> {
    const fields = new Map<string, string>();
    for (;;) {
      const { done, value: line } = await this.lines.next();
      if (done) return null;
      const [, name, value] = /^(\w+): (.*)$/.exec(line) ?? [];
      if (name) fields.set(name, value ?? '');
      else if (line === '' && fields.has('data')) return read(fields);
      else if (line === '') fields.clear();
    }
  }

  /** Leaves without a word, as a closed laptop does. */
  async leave(): Promise<void> {
    const left = once(this.response, 'close');
    this.response.destroy();
    await left;
  }
}

const read = (fields: Map<string, string>): ServerEvent => ({
  event: fields.get('event') ?? 'message',
  ...(fields.has('id') && { id: fields.get('id') }),
  data: JSON.parse(fields.get('data') ?? 'null'),
});
