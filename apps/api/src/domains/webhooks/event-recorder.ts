import { Injectable } from '@nestjs/common';
import type { EventType } from '@souk/contracts';
import { In, IsNull, LessThan } from 'typeorm';
import { Database, isDuplicate } from '../../platform/database/database';
import { Housekeeping } from '../../platform/jobs/housekeeping';
import { User } from '../users/user.entity';
import { DeliverySender } from './delivery-sender';
import { Delivery, dueNow } from './delivery.entity';
import { WebhookEndpoint } from './webhook-endpoint.entity';
import { WebhookEvent } from './webhook-event.entity';

export interface EventDraft {
  userId: number;
  /** What it tells of: noted once for each user. */
  cause: string;
  type: EventType;
  data: object;
}

const KEPT_MS = 30 * 24 * 3600_000;

/** Puts events into their owners' feeds, and sees that they are sent to the endpoints that want them. */
@Injectable()
export class EventRecorder {
  private isSilent = false;

  constructor(
    housekeeping: Housekeeping,
    private readonly database: Database,
    private readonly sender: DeliverySender,
  ) {
    // their deliveries, and the log of these, go with them
    housekeeping.contribute(WebhookEvent, () => ({ createdAt: LessThan(new Date(Date.now() - KEPT_MS)) }));
  }

  /** For facts that are no news to anybody. @param work ends when they have been told */
  async silently(work: () => Promise<void>): Promise<void> {
    this.isSilent = true;
    try {
      await work();
    } finally {
      this.isSilent = false;
    }
  }

  async record(drafts: EventDraft[]): Promise<void> {
    if (this.isSilent || drafts.length === 0) return;
    try {
      await this.database.run(() => this.write(drafts));
    } catch (error) {
      // told before, and then all of it was noted
      if (!isDuplicate(error)) throw error;
    }
  }

  private async write(drafts: EventDraft[]): Promise<void> {
    const owners = await this.lockOwners(drafts.map(({ userId }) => userId));
    const createdAt = new Date();
    const rows = drafts
      .filter(({ userId }) => owners.has(userId))
      .map(({ data, ...draft }) => ({ ...draft, data: JSON.stringify(data), createdAt }));
    if (rows.length > 0) await this.send(await this.database.repository(WebhookEvent).save(rows));
  }

  /** Held until they can be read: nobody adds to these feeds meanwhile, so nothing appears behind what was read. */
  private async lockOwners(userIds: number[]): Promise<Set<number>> {
    const users = this.database
      .repository(User)
      .createQueryBuilder('user')
      .select(['user.id'])
      .where({ id: In([...new Set(userIds)]), erasedAt: IsNull() })
      .orderBy('user.id');
    return new Set((await this.database.locked(users).getMany()).map(({ id }) => id));
  }

  private async send(events: WebhookEvent[]): Promise<void> {
    const owners = events.map(({ userId }) => userId);
    const endpoints = await this.database
      .repository(WebhookEndpoint)
      .findBy({ userId: In(owners), isActive: true });
    const deliveries = events.flatMap((event) =>
      endpoints
        .filter((endpoint) => endpoint.userId === event.userId && endpoint.hears(event.type))
        .map(({ id: endpointId }) => ({
          ...dueNow(event.createdAt),
          ...{ eventId: event.id, endpointId, createdAt: event.createdAt },
        })),
    );
    if (deliveries.length === 0) return;
    await this.database.repository(Delivery).insert(deliveries);
    this.database.afterCommit(() => this.sender.wake());
  }
}
