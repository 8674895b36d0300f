import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CodedError } from './errors';

/** The same text, the same tag, on every instance. */
export const tagOf = (text: string): string => `"${createHash('sha1').update(text).digest('base64url')}"`;

/** RFC 9110, 8.8.3: a list of tags. Ours are never weak, but proxies that compress make them so. */
const names = (header: string, tag: string): boolean =>
  header.split(',').some((part) => ['*', tag, `W/${tag}`].includes(part.trim()));

/** Whether the caller has what is tagged so already, and needs no more than to hear that. */
export const isKnown = ({ headers }: FastifyRequest, tag: string): boolean =>
  names(headers['if-none-match'] ?? '', tag);

/** Every JSON answer to a reading carries an ETag, and is left out (304) for those who have it already. */
export function tagReadings(fastify: FastifyInstance): void {
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const type = String(reply.getHeader('content-type') ?? '');
    if (!isReading || reply.statusCode !== 200 || typeof payload !== 'string' || !type.includes('json'))
      return done(null, payload);
    const tag = tagOf(payload);
    void reply.header('etag', tag);
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'private, no-cache');
    if (!isKnown(request, tag)) return done(null, payload);
    void reply.code(304).removeHeader('content-type').removeHeader('content-length');
    done(null, null);
  });
}

/** @throws CodedError PRECONDITION_FAILED unless it is as the caller has seen it */
export type Check<T> = (current: T) => Promise<void>;

/** What the caller wants to change, as far as it said. */
export class Seen {
  constructor(private readonly header: string | undefined) {}

  /** @param view what GET answers of it, under the lock of the change */
  checkedBy<T>(view: (current: T) => object | Promise<object>): Check<T> {
    return async (current) => {
      if (this.header === undefined) return;
      const now = await view(current);
      if (names(this.header, tagOf(JSON.stringify(now)))) return;
      throw new CodedError(
        'PRECONDITION_FAILED',
        'This was changed after you read it. Look at `details.current`, and send your change again with its new ETag.',
        { current: now },
      );
    };
  }
}

const documented = ApiHeader({
  name: 'If-Match',
  required: false,
  description: 'ETag of what GET answered: the change is refused if it is not the same any more.',
  schema: { type: 'string' },
});

/** The `If-Match` header of a change, which the OpenAPI document names with it. */
export const IfMatch = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    new Seen(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
  [
    (controller, method) => {
      const route = method && Object.getOwnPropertyDescriptor(controller, method);
      if (route) documented(controller, method, route);
    },
  ],
);
