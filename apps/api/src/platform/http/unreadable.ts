import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { errorBody } from './error.filter';
import { CodedError } from './errors';

/** What answers have that come before the hooks which set the headers of all others. */
const HEADERS = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' };
const JSON_TYPE = 'application/json; charset=utf-8';
/** From the headers to the end of a body that is no upload. */
const BODY_MS = 30_000;

/** An address that Fastify cannot decode never reaches a route. */
export const answerUnreadable = (_error: unknown, request: FastifyRequest, reply: FastifyReply): void =>
  refuse(request, reply, 'The address could not be read. Encode it as UTF-8 with %-escapes.');

/** Since HTTP/1.1 a request names its host; Node would refuse one that does not without a word. */
export function refuseHostless(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const { headers, httpVersion } = request.raw;
  if (headers.host !== undefined || httpVersion === '1.0') done();
  else refuse(request, reply, 'The request does not name its host. Send the Host header.');
}

function refuse({ id }: FastifyRequest, reply: FastifyReply, message: string): void {
  const refusal = new CodedError('VALIDATION_ERROR', message);
  void reply
    .status(refusal.status)
    .headers({ ...HEADERS, 'x-request-id': id })
    .send(errorBody(refusal, id));
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
    `content-type: ${JSON_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${requestId}`,
    ...Object.entries(HEADERS).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** `Expect` with anything but `100-continue`, which Node would refuse without a word. */
export function answerUnexpected(_request: IncomingMessage, response: ServerResponse): void {
  const requestId = randomUUID();
  const refusal = new CodedError('VALIDATION_ERROR', 'This expectation is not known here.');
  const body = JSON.stringify(errorBody(refusal, requestId));
  response.writeHead(417, {
    ...HEADERS,
    'content-type': JSON_TYPE,
    'x-request-id': requestId,
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  });
  response.end(body);
}

/** Uploads may take as long as the server lets a request take; everything else is small. */
export function endSlowBody({ raw }: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const { 'content-length': length, 'transfer-encoding': encoding, 'content-type': type = '' } = raw.headers;
  if ((encoding || Number(length) > 0) && !/^multipart\/form-data/i.test(type)) {
    const late = setTimeout(() => {
      if (reply.raw.headersSent) raw.destroy();
      else answerUnparsable({ code: 'ERR_HTTP_REQUEST_TIMEOUT' } as NodeJS.ErrnoException, raw.socket);
    }, BODY_MS).unref();
    raw.once('end', () => clearTimeout(late)).once('close', () => clearTimeout(late));
  }
  done();
}
