import type { FastifyRequest } from 'fastify';
import { PermissionDenied } from './errors';

/**
 * Cookies go out with requests that other sites cause. What acts on a cookie is refused when the browser says that
 * the request comes from elsewhere; clients that are no browsers send neither header.
 */
export function refuseCrossSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin = origin !== undefined && !isOwn(origin, request);
  if (foreignSite || foreignOrigin) {
    throw new PermissionDenied(
      'Requests from other sites may not use this session. Use a bearer token instead.',
    );
  }
}

/**
 * Host and scheme: anybody on the way can write a page of plain HTTP. The scheme is the one that a trusted proxy names;
 * one that is not trusted hides that it speaks HTTPS, which is why that is never foreign.
 */
function isOwn(origin: string, { host, protocol }: FastifyRequest): boolean {
  if (!URL.canParse(origin)) return false;
  const { host: from, protocol: scheme } = new URL(origin);
  return from === host && (scheme === `${protocol}:` || scheme === 'https:');
}
