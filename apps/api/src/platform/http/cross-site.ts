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
  const foreignOrigin = origin !== undefined && hostOf(origin) !== request.host;
  if (foreignSite || foreignOrigin) {
    throw new PermissionDenied(
      'Requests from other sites may not use this session. Use a bearer token instead.',
    );
  }
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : '');
