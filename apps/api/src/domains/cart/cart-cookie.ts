import type { FastifyReply, FastifyRequest } from 'fastify';

const NAME = 'souk_cart';
const SECONDS = 90 * 24 * 3600;

const attributes = (request: FastifyRequest) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax' as const,
  secure: request.protocol === 'https',
});

export const readCartCookie = (request: FastifyRequest): string | null => request.cookies[NAME] ?? null;

export function setCartCookie(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  void reply.setCookie(NAME, secret, { ...attributes(request), maxAge: SECONDS });
}

export function clearCartCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(NAME, attributes(request));
}
