import { Injectable } from '@nestjs/common';
import type { AuditAction, AuditSubject } from '@souk/contracts';
import type { AuditQuery } from '@souk/contracts/admin.dto';
import type { Actor } from '../access/actor';
import { Database } from '../database/database';
import { page, type Order, type PageOf } from '../http/pagination';
import { AuditEntry } from './audit-entry.entity';

const NEWEST: Order<AuditEntry> = { by: 'entry.id', id: 'entry.id', direction: 'DESC', key: ({ id }) => id };

/** Grows, and does nothing else. */
@Injectable()
export class AuditLog {
  constructor(private readonly database: Database) {}

  /** In the unit of work of what is told, so that neither is there without the other. */
  async record(
    actor: Actor,
    action: AuditAction,
    subject: { type: AuditSubject; id: number },
    reason: string,
  ): Promise<void> {
    await this.database.repository(AuditEntry).insert({
      actorId: actor.id,
      actorName: actor.username,
      action,
      subjectType: subject.type,
      subjectId: subject.id,
      reason,
      createdAt: new Date(),
    });
  }

  list(query: AuditQuery): Promise<PageOf<AuditEntry>> {
    const entries = this.database.repository(AuditEntry).createQueryBuilder('entry');
    if (query.subjectType !== undefined)
      entries.andWhere('entry.subjectType = :subjectType', { subjectType: query.subjectType });
    if (query.subjectId !== undefined)
      entries.andWhere('entry.subjectId = :subjectId', { subjectId: query.subjectId });
    return page(entries, NEWEST, query);
  }
}
