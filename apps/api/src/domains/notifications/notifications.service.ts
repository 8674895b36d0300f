import { Injectable } from '@nestjs/common';
import type { NotificationData, NotificationKind } from '@souk/contracts';
import type { NotificationQuery } from '@souk/contracts/notifications.dto';
import { IsNull, LessThanOrEqual, Not, type FindOptionsWhere } from 'typeorm';
import { Changes } from '../../platform/cache/changes';
import { the } from '../../platform/cache/topics';
import { Database, isDuplicate } from '../../platform/database/database';
import { NotFound } from '../../platform/http/errors';
import { page, type Order, type PageOf } from '../../platform/http/pagination';
import { UsersService } from '../users/users.service';
import { Notification } from './notification.entity';
import { NotificationPreferences } from './notification-preferences';

/** What changes when a user is told something, or has read it. */
export const NOTIFIED = 'notified';

/** To whom, of what kind, and what there is to know of it. */
export type News = {
  [K in NotificationKind]: { userId: number; kind: K; data: NotificationData[K] };
}[NotificationKind];

const NEWEST: Order<Notification> = {
  by: 'notification.id',
  id: 'notification.id',
  direction: 'DESC',
  key: ({ id }) => id,
};

@Injectable()
export class NotificationsService {
  private isSilent = false;

  constructor(
    private readonly database: Database,
    private readonly changes: Changes,
    private readonly users: UsersService,
    private readonly preferences: NotificationPreferences,
  ) {}

  /**
   * All that a fact is news of: once, however often it is told, and to those who want to hear of it. Under a lock on the
   * users, so that ids grow in the order of commits: who has seen one has missed none before it.
   */
  async tell(eventId: number, ...all: News[]): Promise<void> {
    if (this.isSilent) return;
    const news = await this.preferences.wanted(all, 'inApp');
    if (news.length === 0) return;
    try {
      await this.database.run(() => this.write(eventId, news));
    } catch (error) {
      // all of it was written before
      if (!isDuplicate(error)) throw error;
    }
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

  /** Newest first. */
  page(userId: number, { unread, ...request }: NotificationQuery): Promise<PageOf<Notification>> {
    const list = this.notifications.createQueryBuilder('notification').where({ userId });
    if (unread !== undefined) list.andWhere({ readAt: unread ? IsNull() : Not(IsNull()) });
    return page(list, NEWEST, request);
  }

  /** Oldest first. */
  heldOn(userId: number): Promise<Notification[]> {
    return this.notifications.find({ where: { userId }, order: { id: 'ASC' } });
  }

  unreadCount(userId: number): Promise<number> {
    return this.notifications.countBy({ userId, readAt: IsNull() });
  }

  /** @throws NotFound, for somebody else's too */
  async read(userId: number, id: number): Promise<void> {
    if (!(await this.notifications.existsBy({ id, userId }))) throw new NotFound('notification');
    await this.markRead(userId, { id });
  }

  /** Later ones stay unread. */
  async readUpTo(userId: number, id: number): Promise<void> {
    await this.markRead(userId, { id: LessThanOrEqual(id) });
  }

  async removeAll(userId: number): Promise<void> {
    await this.notifications.delete({ userId });
  }

  private async write(eventId: number, news: News[]): Promise<void> {
    const users = await this.users.lockAll(news.map(({ userId }) => userId));
    const present = new Set(users.flatMap(({ id, erasedAt }) => (erasedAt ? [] : id)));
    const createdAt = new Date();
    const rows = news
      .filter(({ userId }) => present.has(userId))
      .map(({ userId, kind, data }) => ({
        eventId,
        userId,
        kind,
        data: { ...data } as object,
        readAt: null,
        createdAt,
      }));
    if (rows.length === 0) return;
    await this.notifications.insert(rows);
    await this.changes.touch(rows.map(({ userId }) => the(NOTIFIED, userId)));
  }

  private markRead(userId: number, which: FindOptionsWhere<Notification>): Promise<void> {
    return this.database.run(async () => {
      const unread = { ...which, userId, readAt: IsNull() };
      const { affected } = await this.notifications.update(unread, { readAt: new Date() });
      if (affected) await this.changes.touch([the(NOTIFIED, userId)]);
    });
  }

  private get notifications() {
    return this.database.repository(Notification);
  }
}
