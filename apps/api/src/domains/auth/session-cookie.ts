import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-` binds a cookie to this host and to HTTPS; browsers refuse the prefix over plain HTTP. */
const nameFor = (request: FastifyRequest) =>
  request.protocol === 'https' ? '__Host-souk_session' : 'souk_session';

const attributes = (request: FastifyRequest) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: request.protocol === 'https',
});

export const readSessionCookie = (request: FastifyRequest): string | undefined =>
  request.cookies[nameFor(request)];

export function setSessionCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
  expires: Date,
): void {
  void reply.setCookie(nameFor(request), token, { ...attributes(request), expires });
}

export function clearSessionCookie(request: FastifyRequest, reply: FastifyReply): void {
  void reply.clearCookie(nameFor(request), attributes(request));
}
