import { AsyncLocalStorage } from 'node:async_hooks';
import type { LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { pino, type Level, type Logger } from 'pino';
import type { Config } from '../../config/config';

/** Id of the request that is answered right now. */
const answered = new AsyncLocalStorage<string>();

/** One line of JSON per event: no headers, no bodies, no query strings; with the id of the request that it belongs to. */
export const newLogger = (config: Pick<Config, 'logLevel'>): Logger =>
  pino({
    level: config.logLevel,
    mixin: () => {
      const reqId = answered.getStore();
      return reqId ? { reqId } : {};
    },
  });

/** Query strings may carry secrets (order links), so only the path is logged; without the secret of a download. */
const pathOf = (url: string) => url.split('?', 1)[0]?.replace(/(\/downloads\/)[\w-]{72}/, '$1…');

/** One line per request, when its connection is done with it: streams and those who went away have one too. */
export function logRequests(fastify: FastifyInstance, logger: Logger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.raw.once('close', () => {
      const level = reply.raw.statusCode >= 500 ? 'error' : 'info';
      if (!logger.isLevelEnabled(level)) return;
      // the socket of who went away closes outside of the request
      const { id: reqId, method } = request;
      const [path, status] = [pathOf(request.url), reply.raw.statusCode];
      const responseTime = Math.round(reply.elapsedTime);
      const isCutOff = !reply.raw.writableFinished;
      const told = { reqId, req: { method, path }, res: { status }, responseTime };
      const fields = isCutOff ? { ...told, isCutOff } : told;
      logger[level](fields, `${method} ${path} ${status}`);
    });
    answered.run(request.id, done);
  });
}

/** What Nest and the services tell, in the same lines. */
export class JsonLogger implements LoggerService {
  readonly log = this.writer('info');
  readonly warn = this.writer('warn');
  readonly error = this.writer('error');
  readonly fatal = this.writer('fatal');
  readonly debug = this.writer('debug');
  readonly verbose = this.writer('trace');

  constructor(private readonly logger: Logger) {}

  /** Nest adds the name of whoever tells. Before it: fields and a text, or a text and perhaps the stack of an error. */
  private writer(level: Level) {
    return (told: unknown, ...others: unknown[]): void => {
      const context = others.pop();
      const [other] = others;
      if (told instanceof Error) this.logger[level]({ context, err: told }, told.message);
      else if (typeof told === 'object') this.logger[level]({ context, ...told }, other as string);
      else this.logger[level]({ context, stack: other }, told as string);
    };
  }
}
