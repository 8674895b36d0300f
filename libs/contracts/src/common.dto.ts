import { Matches } from 'class-validator';
import { LIMITS } from './limits';
import { QueryCount } from './query-validators';
import { Optional } from './validators';

/** What every list takes. */
export class PageQuery {
  /** Rows per page, 1 to 100. */
  @Optional()
  @QueryCount(1, LIMITS.page.max)
  limit?: number;

  /** `nextCursor` of the page before. Opaque. */
  @Optional()
  @Matches(/^[\w-]{1,400}$/, { message: 'is not a cursor of this list; take it from nextCursor' })
  cursor?: string;
}

export abstract class Page {
  /** Rows in the whole list. @example 284 */
  total: number;
  /** Opaque; ask for the next page with it. `null` on the last page. */
  nextCursor: string | null;
}

export class ErrorBody {
  /** Stable word for programs. @example VALIDATION_ERROR */
  code: string;
  /** What is wrong and how to mend it. @example Price must not be negative. */
  message: string;
  /** Wrong fields with their reasons, or facts that belong to the code; `{}` when there is nothing to add. */
  details: Record<string, unknown>;
}

export class ErrorResponse {
  /** Always false. @example false */
  success: boolean;
  error: ErrorBody;
  /** The `X-Request-Id` of this answer. */
  requestId: string;
}

export class Liveness {
  /** @example up */
  status: string;
}

export class Readiness {
  /** `ready`, or `unavailable` with status 503. @example ready */
  status: string;
  /** Part → `up`, or what is wrong with it. @example {"database":"up","migrations":"up"} */
  parts: Record<string, string>;
}
