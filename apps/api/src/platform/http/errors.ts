import { ERROR_STATUS, type ErrorCode } from '@souk/contracts';

export type ErrorDetails = Record<string, unknown>;

/** An error that the caller caused or must know of; the filter turns it into the response. */
export class CodedError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: ErrorDetails = {},
  ) {
    super(message);
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** Field → reasons; nested fields with dots. */
export type FieldProblems = Record<string, string[]>;

export class ValidationFailed extends CodedError {
  constructor(problems: FieldProblems) {
    super('VALIDATION_ERROR', summary(problems), problems);
  }
}

export class AuthenticationRequired extends CodedError {
  constructor(message = 'Sign in to do this: send a valid access token.') {
    super('AUTHENTICATION_REQUIRED', message);
  }
}

export class PermissionDenied extends CodedError {
  constructor(message: string, details: ErrorDetails = {}) {
    super('PERMISSION_DENIED', message, details);
  }
}

/** Also for what exists but not for this caller. */
export class NotFound extends CodedError {
  constructor(resource: string) {
    super('NOT_FOUND', `This ${resource} does not exist.`, { resource });
  }
}

export class DuplicateEntry extends CodedError {
  constructor(message: string, details: ErrorDetails = {}) {
    super('DUPLICATE_ENTRY', message, details);
  }
}

export class RateLimitExceeded extends CodedError {
  /** @param retryAfter seconds, also sent as Retry-After */
  constructor(readonly retryAfter: number) {
    super('RATE_LIMIT_EXCEEDED', `Too many requests. Try again in ${retryAfter} s.`, { retryAfter });
  }
}

/** Something that we need does not answer, or has too much to do: nothing was lost, and the same request may do later. */
export class Unavailable extends CodedError {
  /** @param retryAfter seconds, also sent as Retry-After */
  constructor(
    message: string,
    readonly retryAfter: number,
    override readonly cause?: unknown,
  ) {
    super('SERVER_ERROR', message, { retryAfter });
  }

  override get status(): number {
    return 503;
  }
}

function summary(problems: FieldProblems): string {
  const [[field, reasons] = ['', ['']], ...others] = Object.entries(problems);
  const first = `${field} ${reasons[0]}`;
  return others.length === 0
    ? `${first}.`
    : `${first}; ${others.length} more ${others.length === 1 ? 'field is' : 'fields are'} wrong.`;
}
