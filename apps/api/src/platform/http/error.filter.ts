import {
  Catch,
  HttpException,
  Logger,
  NotFoundException,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { ErrorCode } from '@souk/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { isDuplicate } from '../database/database';
import { CodedError, DuplicateEntry, NotFound, RateLimitExceeded, Unavailable } from './errors';
import type { KnownAddresses } from './method-not-allowed';

/** What Fastify and Nest refuse by themselves, in the marketplace's words. */
const BY_STATUS: Record<number, [ErrorCode, string]> = {
  400: ['VALIDATION_ERROR', 'The request could not be read. Send well-formed JSON.'],
  401: ['AUTHENTICATION_REQUIRED', 'Sign in to do this: send a valid access token.'],
  403: ['PERMISSION_DENIED', 'This is not allowed.'],
  404: ['NOT_FOUND', 'There is nothing at this address.'],
  405: ['METHOD_NOT_ALLOWED', 'This address does not take this method.'],
  406: ['UNSUPPORTED_MEDIA_TYPE', 'This upload could not be read. Send multipart/form-data.'],
  413: ['PAYLOAD_TOO_LARGE', 'The request is too large.'],
  414: ['VALIDATION_ERROR', 'The address is too long.'],
  415: ['UNSUPPORTED_MEDIA_TYPE', 'This content type is not accepted here.'],
  431: ['VALIDATION_ERROR', 'The headers are too large.'],
};

@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger('Error');

  constructor(private readonly addresses: KnownAddresses) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const answer = isUnknown(error, request.url) ? this.unknownAddress(request, reply) : toCoded(error);
    if (answer.code === 'SERVER_ERROR')
      this.logger.error({ err: error, requestId: request.id }, 'Request failed');
    if (reply.sent) return;
    if (answer instanceof RateLimitExceeded || answer instanceof Unavailable)
      void reply.header('retry-after', answer.retryAfter);
    void reply
      .status(answer.status)
      .header('content-type', 'application/json; charset=utf-8')
      .send(errorBody(answer, request.id));
  }

  private unknownAddress(request: FastifyRequest, reply: FastifyReply): CodedError {
    const allowed = this.addresses.allowed(request.url);
    if (allowed.length === 0) return new NotFound('address');
    void reply.header('allow', allowed.join(', '));
    return new CodedError('METHOD_NOT_ALLOWED', `This address takes ${allowed.join(', ')}.`, { allowed });
  }
}

export const errorBody = (error: CodedError, requestId: string) => ({
  success: false,
  error: { code: error.code, message: error.message, details: error.details },
  requestId,
});

/** The file server forbids odd paths; they lead nowhere like any other. */
const isUnknown = (error: unknown, url: string) =>
  error instanceof NotFoundException || (url.startsWith('/media/') && statusOf(error) === 403);

function toCoded(error: unknown): CodedError {
  if (error instanceof CodedError) return error;
  if (isDuplicate(error)) return new DuplicateEntry('This exists already.');
  const known = BY_STATUS[statusOf(error)];
  if (known)
    return new CodedError(known[0], known[1], known[0] === 'NOT_FOUND' ? { resource: 'address' } : {});
  return new CodedError(
    'SERVER_ERROR',
    'Something went wrong on our side. Try again; tell us the request id if it stays.',
  );
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' ? status : 500;
}
