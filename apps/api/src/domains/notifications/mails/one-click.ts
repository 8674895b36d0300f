import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { NotFound } from '../../../platform/http/errors';
import { Unsubscribing } from './unsubscribing';

const BODY_BYTES = 4096;

/**
 * `POST /unsubscribe?token=…`, as mail programs send it for the button beside the sender (RFC 8058): a form, of either
 * of both types, without cookies. The same address shows browsers the page that asks.
 */
@Injectable()
export class OneClick implements OnApplicationBootstrap {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly unsubscribing: Unsubscribing,
  ) {}

  /** Not before, and not awaited: whatever is registered while Nest sets its error handler keeps Fastify's. */
  onApplicationBootstrap(): void {
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    // in a scope of its own: nothing else takes forms
    void fastify.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      const anything = { parseAs: 'string', bodyLimit: BODY_BYTES } as const;
      scope.addContentTypeParser('*', anything, (_request, _body, done) => done(null, undefined));
      scope.post<{ Querystring: { token?: unknown } }>('/unsubscribe', async ({ query }, reply) => {
        try {
          await this.unsubscribing.end(String(query.token));
          return reply.type('text/plain; charset=utf-8').send('You get no more of these mails.\n');
        } catch (error) {
          if (error instanceof NotFound) return reply.callNotFound();
          throw error;
        }
      });
    });
  }
}
