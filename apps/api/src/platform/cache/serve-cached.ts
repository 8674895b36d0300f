import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isKnown } from '../http/conditional';
import type { Limiter } from '../limits/limiter';
import { Answer, type Answers, type Encoding } from './answers';
import type { TopicsOf } from './cached';

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined for answers that are not kept. */
    answerBegun: { moment: number; finish: () => void } | undefined;
  }
}

const KEPT_HEADERS = ['content-type', 'cache-control', 'etag'];

/**
 * Serves kept answers, and keeps new ones, by the very address that was asked: what is found under it is what the guards
 * let an anonymous caller have. Register after the tags and before the compression.
 */
export function serveCached(fastify: FastifyInstance, answers: Answers, limiter: Limiter): void {
  fastify.decorateRequest('answerBegun', undefined);
  fastify.addHook('preHandler', async (request, reply) => {
    if (!topicsOf(request)) return;
    const { url } = request;
    let answer = answers.find(url);
    const others = answer ? undefined : answers.inTheMaking(url);
    if (others) {
      await others;
      answer = answers.find(url);
    }
    if (!answer) {
      const begun = { moment: answers.moment, finish: answers.begin(url) };
      request.answerBegun = begun;
      reply.raw.once('close', begun.finish);
      return;
    }
    await limiter.arrived(request, reply);
    return serve(answers, answer, request, reply);
  });
  fastify.addHook('onSend', (request, reply, payload, done) => {
    const topics = topicsOf(request);
    const begun = request.answerBegun;
    const isWhole = reply.statusCode === 200 && typeof payload === 'string';
    if (topics && begun && isWhole && answers.wants(request.url, payload.length)) {
      const headers = Object.fromEntries(KEPT_HEADERS.map((name) => [name, String(reply.getHeader(name))]));
      const shown = topics(request.params as Record<string, string>);
      answers.keep(request.url, new Answer(Buffer.from(payload), headers, shown, begun.moment));
    }
    begun?.finish();
    done(null, payload);
  });
}

/** Undefined for requests whose answers are for the caller alone. */
function topicsOf({ method, headers, routeOptions }: FastifyRequest): TopicsOf | undefined {
  const isAnonymous = method === 'GET' && headers.authorization === undefined;
  return isAnonymous ? routeOptions.config.cachedAs : undefined;
}

async function serve(
  answers: Answers,
  answer: Answer,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  void reply.headers(answer.headers).header('vary', 'accept-encoding');
  if (isKnown(request, answer.headers.etag ?? '')) return reply.removeHeader('content-type').code(304).send();
  const encoding = answer.isCompressed ? encodingFor(request) : null;
  if (!encoding) return reply.send(answer.body);
  return reply
    .header('content-encoding', encoding)
    .send(await answers.encoded(request.url, answer, encoding));
}

/** Of what we offer, best first. Who refuses one by `q=0` is rare, and gets the answer as it is. */
function encodingFor({ headers }: FastifyRequest): Encoding | null {
  const accepted = String(headers['accept-encoding'] ?? '');
  if (/;\s*q=0(?![.\d]*[1-9])/.test(accepted)) return null;
  return (['br', 'gzip'] as const).find((name) => accepted.includes(name)) ?? null;
}
