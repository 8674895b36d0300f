import { Injectable } from '@nestjs/common';
import type { JobStatus } from '@souk/contracts';
import type { JobQuery } from '@souk/contracts/jobs.dto';
import type { SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../access/actor';
import { AuditLog } from '../audit/audit-log';
import { Database } from '../database/database';
import { CodedError, NotFound } from '../http/errors';
import { page, type Order, type PageOf } from '../http/pagination';
import { Events } from './events';
import { wordsOf } from './masked';
import { OutboxEntry } from './outbox-entry.entity';

const NEWEST: Order<OutboxEntry> = { by: 'job.id', id: 'job.id', direction: 'DESC', key: ({ id }) => id };
const REASON_LENGTH = 500;

/** Of the outbox what is not done, for staff. */
@Injectable()
export class JobsService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly audit: AuditLog,
  ) {}

  list({ status, type, handler, ...request }: JobQuery): Promise<PageOf<OutboxEntry>> {
    const jobs = this.jobs();
    if (status) jobs.andWhere(CONDITIONS[status], { now: new Date() });
    if (type) jobs.andWhere('job.type = :type', { type });
    if (handler) jobs.andWhere('job.handler = :handler', { handler });
    return page(jobs, NEWEST, request);
  }

  /** At once, and as often as if it had never failed. @throws NotFound; CodedError when nothing is to be tried again */
  async retry(staff: Actor, id: number): Promise<OutboxEntry> {
    return this.database.run(async () => {
      const job = await this.database.locked(this.jobs().andWhere({ id })).getOne();
      if (!job) throw new NotFound('job');
      if (job.status === 'running')
        throw new CodedError('INVALID_TRANSITION', 'It is being worked on right now.');
      const what = `${job.type} for ${job.handler}, ${job.status}: ${wordsOf(job.lastError) ?? 'never failed'}`;
      await this.audit.record(staff, 'retry_job', { type: 'job', id }, what.slice(0, REASON_LENGTH));
      const anew = { attempts: 0, runAt: new Date(), doneAt: null, deadAt: null };
      await this.database.repository(OutboxEntry).update({ id }, anew);
      this.database.afterCommit(() => this.events.wake([job]));
      return Object.assign(job, anew);
    });
  }

  private jobs(): SelectQueryBuilder<OutboxEntry> {
    return this.database
      .repository(OutboxEntry)
      .createQueryBuilder('job')
      .where('(job.doneAt IS NULL OR job.deadAt IS NOT NULL)');
  }
}

const RESTS = 'job.doneAt IS NULL AND (job.lockedUntil IS NULL OR job.lockedUntil <= :now)';
const CONDITIONS: Record<JobStatus, string> = {
  due: `${RESTS} AND job.runAt <= :now`,
  running: 'job.doneAt IS NULL AND job.lockedUntil > :now',
  postponed: `${RESTS} AND job.runAt > :now`,
  dead: 'job.deadAt IS NOT NULL',
};
