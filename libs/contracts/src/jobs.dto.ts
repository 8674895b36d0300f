import { Page, PageQuery } from './common.dto';
import { JOB_STATUSES, type JobStatus } from './enums';
import { EnumField, Line, OneOf, Optional } from './validators';

export class JobQuery extends PageQuery {
  @Optional()
  @OneOf(JOB_STATUSES, 'JobStatus')
  status?: JobStatus;

  /** The event's name. @example OrderPlaced */
  @Optional()
  @Line({ max: 60 })
  type?: string;

  /** Who is to hear of it. @example order-mails */
  @Optional()
  @Line({ max: 40 })
  handler?: string;
}

/** One event for one of those who hear of it. */
export class JobDto {
  /** @example 1042 */
  id: number;
  /** The event's name. @example OrderPlaced */
  type: string;
  /** Who hears of it. @example order-mails */
  handler: string;
  /** What the event is about, by ids. @example orderId 41 */
  about: string;
  @EnumField(JOB_STATUSES, 'JobStatus')
  status: JobStatus;
  /** Failed ones. @example 3 */
  attempts: number;
  /** Why the last attempt failed. @example Error: connect ECONNREFUSED 127.0.0.1:25 */
  lastError: string | null;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
  /** When it is tried next, or was to be. @example 2026-11-02T09:32:00.000Z */
  runAt: string;
  /** When it was given up; `null` unless it is dead. @example 2026-11-03T09:30:00.000Z */
  diedAt: string | null;
}

export class JobPage extends Page {
  items: JobDto[];
}
