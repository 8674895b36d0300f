import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyCompress from '@fastify/compress';
import fastifyCookie from '@fastify/cookie';
import fastifyMultipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../../config/config';
import metadata from '../../metadata.gen';
import { refuseUnclassifiedRoutes } from '../access/closed-routes';
import { Answers } from '../cache/answers';
import { serveCached } from '../cache/serve-cached';
import { Limiter } from '../limits/limiter';
import { serveDevMail } from '../mail/dev-mail';
import { exposeMetrics } from '../operations/metrics';
import { passOnMedia } from '../storage/media-route';
import { Storage } from '../storage/storage';
import { tagReadings } from './conditional';
import { ErrorFilter } from './error.filter';
import { CodedError } from './errors';
import { refuseHostileJson } from './hostile-json';
import { JsonLogger, logRequests, newLogger } from './logging';
import { KnownAddresses } from './method-not-allowed';
import { openApiDocument } from './openapi';
import { PageHeads } from './page-heads';
import { servePages } from './pages';
import { requestId } from './request-id';
import { secureAnswers } from './security-headers';
import {
  answerUnexpected,
  answerUnparsable,
  answerUnreadable,
  endSlowBody,
  refuseHostless,
} from './unreadable';
import { validationPipe } from './validation';

const BODY_BYTES = 100 * 1024;
/** A slow line uploads the largest file in this time; clients who only keep a connection open lose it sooner. */
const REQUEST_MS = 600_000;
const IDLE_MS = 120_000;
const HEADERS_MS = 15_000;
/** How often Node looks for who is too late; its own 30 s would double the limit for headers. */
const LOOK_MS = 5_000;
/** Longest address part: no shorter than what the parser lets through, so that ids of any length are judged alike. */
const PARAM_LENGTH = 16_384;
const YEAR = 'public, max-age=31536000, immutable';
/** Mails show them too, on the pages of whoever reads them. */
const PICTURE_HEADERS = { 'cache-control': YEAR, 'cross-origin-resource-policy': 'cross-origin' };

export const newAdapter = (config: Config) =>
  new FastifyAdapter({
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: PARAM_LENGTH },
    trustProxy: config.trustProxy.length > 0 ? config.trustProxy : false,
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    connectionTimeout: IDLE_MS,
    http: {
      headersTimeout: HEADERS_MS,
      connectionsCheckingInterval: LOOK_MS,
      // refused here, in the form that errors have
      requireHostHeader: false,
    },
    genReqId: requestId,
    requestIdHeader: false,
    frameworkErrors: answerUnreadable,
    clientErrorHandler: answerUnparsable,
  });

declare module 'fastify' {
  interface FastifyRequest {
    /** JSON as it came: signatures are made over it. */
    rawBody: string;
  }
}

/** All that stands between the socket and the controllers. */
export async function configure(
  app: NestFastifyApplication,
  config: Config,
): Promise<NestFastifyApplication> {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const logger = newLogger(config);
  app.useLogger(new JsonLogger(logger));
  app.setGlobalPrefix('api');
  app.enableShutdownHooks();
  app.useGlobalPipes(validationPipe());
  app.useGlobalFilters(new ErrorFilter(new KnownAddresses(fastify)));
  refuseUnclassifiedRoutes(app);

  fastify.server.on('checkExpectation', answerUnexpected);
  logRequests(fastify, logger);
  secureAnswers(fastify, config);
  fastify.addHook('onRequest', refuseHostless);
  fastify.addHook('onRequest', endSlowBody);
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onRequest', refusePacked);
  acceptJsonOnly(fastify);
  tagReadings(fastify);
  serveCached(fastify, app.get(Answers), app.get(Limiter));
  await app.register(fastifyCookie);
  // downloads are resumed by the bytes of the file itself
  fastify.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/downloads/')) route.compress = false;
  });
  await app.register(fastifyCompress, {
    threshold: 1024,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
  });
  await app.register(fastifyMultipart);
  exposeMetrics(fastify);
  serveDevMail(fastify, config);

  await SwaggerModule.loadPluginMetadata(metadata);
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app), { jsonDocumentUrl: 'api/openapi.json' });
  await serveFiles(app, fastify, config);
  return app;
}

/** What a few bytes unpack to has no limit, and no client needs it. */
function refusePacked({ headers }: FastifyRequest, _: FastifyReply, done: (error?: Error) => void): void {
  const coding = headers['content-encoding'] ?? 'identity';
  if (/^identity$/i.test(coding)) return done();
  done(new CodedError('UNSUPPORTED_MEDIA_TYPE', 'Send the body as it is, without Content-Encoding.'));
}

/** No text/plain: a form on a foreign page could send it without the browser asking first. Empty bodies are `{}`. */
function acceptJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.decorateRequest('rawBody', '');
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    request.rawBody = String(body);
    if (body === '') return done(null, {});
    void parse(request, String(body), (error, value: unknown) => {
      if (error) return done(error);
      try {
        refuseHostileJson(value);
        done(null, value);
      } catch (refusal) {
        done(refusal as Error);
      }
    });
  });
}

async function serveFiles(
  app: NestFastifyApplication,
  fastify: FastifyInstance,
  config: Config,
): Promise<void> {
  const hasPages = existsSync(config.webRoot);
  if (config.s3) passOnMedia(fastify, app.get(Storage), PICTURE_HEADERS);
  else
    await app.register(fastifyStatic, {
      root: join(config.dataDir, 'media'),
      prefix: '/media/',
      index: false,
      decorateReply: !hasPages,
      setHeaders: (reply) => reply.headers(PICTURE_HEADERS),
    });
  if (!hasPages) return;
  await app.register(fastifyStatic, {
    root: config.webRoot,
    prefix: '/',
    wildcard: false,
    index: false,
    // the build has made them smaller than there is time for here
    preCompressed: true,
    setHeaders: (reply, path) => reply.header('cache-control', path.includes('/assets/') ? YEAR : 'no-cache'),
  });
  servePages(fastify, config, app.get(PageHeads, { strict: false }));
}
