import { createHmac, randomUUID } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import type { MailStatus } from '@souk/contracts';
import type { MailQuery } from '@souk/contracts/mails.dto';
import { LessThan } from 'typeorm';
import { Config } from '../../config/config';
import { Database, isDuplicate } from '../database/database';
import { page, type Order, type PageOf } from '../http/pagination';
import { Housekeeping } from '../jobs/housekeeping';
import type { Letter } from './mail';
import { MailEntry } from './mail-entry.entity';
import { masked } from '../events/masked';

const REMEMBERED_MS = 30 * 24 * 3600_000;
const ERROR_LENGTH = 300;
const NEWEST: Order<MailEntry> = { by: 'mail.id', id: 'mail.id', direction: 'DESC', key: ({ id }) => id };

/** Which letters were handed on, and which were not. */
@Injectable()
export class MailLog {
  private readonly logger = new Logger('Mail');

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    housekeeping: Housekeeping,
  ) {
    const end = () => new Date(Date.now() - REMEMBERED_MS);
    housekeeping.contribute(MailEntry, () => ({ updatedAt: LessThan(end()) }));
  }

  list({ status, to, ...request }: MailQuery): Promise<PageOf<MailEntry>> {
    const mails = this.mails.createQueryBuilder('mail');
    if (status) mails.andWhere('mail.status = :status', { status });
    if (to) mails.andWhere('mail.recipientHash = :hash', { hash: this.keyOf(to.toLowerCase()) });
    return page(mails, NEWEST, request);
  }

  accepted(letter: Letter): Promise<void> {
    return this.note(letter, 'accepted', null);
  }

  failed(letter: Letter, error: unknown): Promise<void> {
    return this.note(letter, 'failed', masked(String(error)).slice(0, ERROR_LENGTH));
  }

  /** Never rejects: a letter that was sent must not be sent again because that could not be noted. */
  private async note({ cause, to }: Letter, status: MailStatus, lastError: string | null): Promise<void> {
    const causeHash = this.keyOf(cause ? `${cause} ${to}` : randomUUID());
    const now = new Date();
    const end = { status, lastError, updatedAt: now };
    const address = { recipient: masked(to), recipientHash: this.keyOf(to.toLowerCase()) };
    const row = { causeHash, kind: kindOf(cause), ...address, ...end, attempts: 1, createdAt: now };
    try {
      await this.mails.insert(row);
    } catch (error) {
      const noted = isDuplicate(error)
        ? this.mails.update({ causeHash }, { ...end, attempts: () => 'attempts + 1' })
        : Promise.reject(error as Error);
      await noted.catch((lost: unknown) => this.logger.error({ err: lost }, 'Could not note a mail'));
    }
  }

  /** Nobody without the marketplace's secret can try addresses on it. */
  private keyOf(text: string): string {
    return createHmac('sha256', this.config.jwtSecret).update(text).digest('hex');
  }

  private get mails() {
    return this.database.repository(MailEntry);
  }
}

const kindOf = (cause = 'other') => cause.split(':', 1)[0] ?? cause;
