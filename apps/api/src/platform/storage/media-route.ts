import type { FastifyInstance } from 'fastify';
import { StorageMissing, type Storage } from './storage';

const FILE = /^[0-9a-f]{2}\/[0-9a-f]{40}-\d+\.(webp|avif|jpeg)$/;

/** Pictures that do not lie beside the server. */
export function passOnMedia(
  fastify: FastifyInstance,
  storage: Storage,
  headers: Record<string, string>,
): void {
  fastify.get<{ Params: { '*': string } }>('/media/*', async ({ params: { '*': key } }, reply) => {
    const format = FILE.exec(key)?.[1];
    const bytes = format && (await storage.read('media', key).catch(missing));
    if (!bytes) return reply.callNotFound();
    return reply.headers(headers).type(`image/${format}`).send(bytes);
  });
}

function missing(error: unknown): null {
  if (error instanceof StorageMissing) return null;
  throw error;
}
