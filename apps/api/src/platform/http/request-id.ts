import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** The client's id when it is a sane one: letters, digits, `.`, `_`, `-`, at most 64. */
export function requestId(request: Pick<IncomingMessage, 'headers'>): string {
  const sent = request.headers['x-request-id'];
  return typeof sent === 'string' && /^[\w.-]{1,64}$/.test(sent) ? sent : randomUUID();
}
