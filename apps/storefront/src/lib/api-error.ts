import type { ErrorCode } from '@souk/contracts';

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
      return new ApiError(response.status, code, message, details, body.requestId || requestId);
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

function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== 'object' || body === null || !('error' in body)) return false;
  const { error } = body;
  return typeof error === 'object' && error !== null && 'code' in error && 'message' in error;
}

export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
