import { Page, PageQuery } from './common.dto';
import { MAIL_STATUSES, type MailStatus } from './enums';
import { LIMITS } from './limits';
import { EnumField, Line, OneOf, Optional } from './validators';

export class MailQuery extends PageQuery {
  @Optional()
  @OneOf(MAIL_STATUSES, 'MailStatus')
  status?: MailStatus;

  /** The whole address that they were written to. @example jo@example.com */
  @Optional()
  @Line(LIMITS.email)
  to?: string;
}

/** That a mail was sent; what it says is kept nowhere. */
export class MailDto {
  /** @example 204 */
  id: number;
  /** What it is about. @example placed */
  kind: string;
  /** Masked. @example j…@example.com */
  recipient: string;
  @EnumField(MAIL_STATUSES, 'MailStatus')
  status: MailStatus;
  /** The last one included. @example 1 */
  attempts: number;
  /** Why the last attempt failed; `null` when it did not. @example MailServerAway: Error: connect ECONNREFUSED 127.0.0.1:25 */
  lastError: string | null;
  /** The first attempt. @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
  /** The last one. @example 2026-11-02T09:30:04.000Z */
  updatedAt: string;
}

export class MailPage extends Page {
  items: MailDto[];
}
