import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorBody } from './error.filter';
import { CodedError } from './errors';

/** An address that Fastify cannot decode never reaches a route. */
export function answerUnreadable(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = new CodedError(
    'VALIDATION_ERROR',
    'The address could not be read. Encode it as UTF-8 with %-escapes.',
  );
  void reply.status(refusal.status).header('x-request-id', request.id).send(errorBody(refusal, request.id));
}

/** What Node's parser gives up on; anything else is 400. */
const REFUSED: Record<string, [status: number, message: string]> = {
  HPE_INVALID_METHOD: [400, 'This method is not known here.'],
  HPE_HEADER_OVERFLOW: [431, 'The headers are too large.'],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: [413, 'The request is too large.'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'The request did not arrive in time.'],
};

/** What is no HTTP has neither request nor reply: the answer is written to the socket, which closes. */
export function answerUnparsable({ code = '' }: NodeJS.ErrnoException, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, message] = REFUSED[code] ?? [400, 'The request could not be read. Send well-formed HTTP.'];
  const requestId = randomUUID();
  const body = JSON.stringify(errorBody(new CodedError('VALIDATION_ERROR', message), requestId));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
