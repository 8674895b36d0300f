import { text } from 'node:stream/consumers';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { InjectOptions } from 'fastify';

/** Asks for a stream that goes on until somebody hangs up, and hangs up when it has begun. Refusals are read to their end. */
export async function injectEndless(app: NestFastifyApplication, request: InjectOptions) {
  const { statusCode, headers, raw, stream } = await app.inject({ ...request, payloadAsStream: true });
  const hasBegun = statusCode === 200 && request.method !== 'HEAD';
  if (hasBegun) raw.res.destroy();
  return { statusCode, headers, payload: hasBegun ? '' : await text(stream()) };
}
