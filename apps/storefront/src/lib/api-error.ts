import type { ErrorCode } from '@souk/contracts';
import { plural } from './format';

/** `UNREACHABLE`: there was no answer at all. */
export type ApiErrorCode = ErrorCode | 'UNREACHABLE';

export type ErrorDetails = Record<string, unknown>;

interface ErrorBody {
  error: { code: ErrorCode; message: string; details: ErrorDetails };
  requestId: string;
}

/** What every failed call to the API rejects with. `status` is 0 when no answer came. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly code: ApiErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
    readonly requestId: string | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  static fromResponse(response: Response, body: unknown): ApiError {
    const requestId = response.headers.get('x-request-id');
    if (isErrorBody(body)) {
      const { code, message, details } = body.error;
      const words = response.status === 429 ? tooManyTries(details.retryAfter) : message;
      return new ApiError(response.status, code, words, details, body.requestId || requestId);
    }
    if (response.status === 429) {
      const words = tooManyTries(Number(response.headers.get('retry-after')));
      return new ApiError(429, 'RATE_LIMIT_EXCEEDED', words, {}, requestId);
    }
    // Not our envelope: a proxy in between has answered.
    const message = 'Souk could not answer this request. Please try again in a moment.';
    return new ApiError(response.status, 'SERVER_ERROR', message, {}, requestId);
  }

  static unreachable(cause: unknown): ApiError {
    const message = 'Souk cannot be reached. Check your connection and try again.';
    return new ApiError(0, 'UNREACHABLE', message, {}, null, { cause });
  }
}

/** @param wait seconds; anything else is no time that could be told */
function tooManyTries(wait: unknown): string {
  if (typeof wait !== 'number' || !(wait > 0)) return 'Too many tries. Try again in a moment.';
  const time = wait > 90 ? plural(Math.ceil(wait / 60), 'minute') : plural(Math.ceil(wait), 'second');
  return `Too many tries. Try again in ${time}.`;
}

function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}

export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
