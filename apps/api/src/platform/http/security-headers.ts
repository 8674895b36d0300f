import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';
import type { Config } from '../../config/config';
import { contentSecurityPolicy } from './content-security-policy';

/** Helmet's headers on every answer. They depend on the settings alone, so it is asked once and not per request. */
export function secureAnswers(fastify: FastifyInstance, config: Config): void {
  const headers = headersOf(config);
  fastify.addHook('onRequest', (_, reply, done) => {
    void reply.headers(headers);
    done();
  });
}

function headersOf(config: Config): Record<string, string> {
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  const ask = helmet({
    contentSecurityPolicy: { directives: contentSecurityPolicy(config) },
    // wallets ask in windows of their own
    crossOriginOpenerPolicy: { policy: config.stripe ? 'same-origin-allow-popups' : 'same-origin' },
  });
  ask({} as IncomingMessage, answer as unknown as ServerResponse, (error) => {
    if (error) throw error as Error;
  });
  return headers;
}
