import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Brackets, In, IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { sessionOf } from '../../platform/access/actor';
import { Freshness } from '../../platform/cache/freshness';
import { Database } from '../../platform/database/database';
import { RateLimitExceeded, Unavailable } from '../../platform/http/errors';
import type { EventStream } from '../../platform/http/event-stream';
import { SessionsService } from '../auth/sessions.service';
import { Notification } from './notification.entity';
import { toNotificationDto } from './notifications.mapper';
import { NOTIFIED } from './notifications.service';

/** A browser opens six connections to a server at most; pages need some of them. */
const STREAMS_PER_USER = 4;
const STREAMS = 2000;
const BEAT_MS = 20_000;
const CHECK_MS = 10_000;
/** After an error. */
const AGAIN_MS = 1000;
const USERS_PER_QUERY = 100;
const ROWS_PER_QUERY = 500;
const COME_AGAIN_SECONDS = 30;

interface Listener {
  userId: number;
  sessionId: number;
  stream: EventStream;
  /** The last notification that was sent, or was there before. */
  seenId: number;
  /** As it was last told. */
  unreadCount?: number;
}

/**
 * Sends users what they are told, while they listen. Whoever writes a notification, in whichever process, touches
 * `NOTIFIED`; all that is new is then read at once, for all who listen and are concerned.
 */
@Injectable()
export class LiveNotifications implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(LiveNotifications.name);
  private readonly listeners = new Set<Listener>();
  /** Users of whom something has changed since it was read last. */
  private readonly stirred = new Set<number>();
  private readonly timers: NodeJS.Timeout[] = [];
  private round?: Promise<void>;
  private isStopping = false;

  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
    freshness: Freshness,
  ) {
    freshness.listen(NOTIFIED, (userId) => this.stir(userId));
  }

  onApplicationBootstrap(): void {
    this.timers.push(
      setInterval(() => this.listeners.forEach(({ stream }) => stream.beat()), BEAT_MS).unref(),
    );
    this.timers.push(setInterval(() => void this.endRevoked(), CHECK_MS).unref());
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    this.timers.forEach(clearInterval);
    this.listeners.forEach(({ stream }) => stream.end());
    await this.round;
  }

  /** The last that the user was told. */
  async lastId(userId: number): Promise<number> {
    return (await this.database.repository(Notification).maximum('id', { userId })) ?? 0;
  }

  /**
   * @param open is called when there is room
   * @param seenId what came after it is sent first
   * @throws RateLimitExceeded, Unavailable
   */
  add(actor: Actor, seenId: number, open: () => EventStream): void {
    const sessionId = sessionOf(actor);
    this.refuseTooMany(actor.id);
    const listener: Listener = { userId: actor.id, sessionId, seenId, stream: open() };
    this.listeners.add(listener);
    listener.stream.onClose(() => this.listeners.delete(listener));
    this.stir(actor.id);
  }

  /** Those whose session is over, wherever it was ended. */
  async endRevoked(): Promise<void> {
    const ids = [...this.listeners].map(({ sessionId }) => sessionId);
    if (ids.length === 0) return;
    try {
      const alive = await this.sessions.aliveOf([...new Set(ids)]);
      for (const { sessionId, stream } of this.listeners) if (!alive.has(sessionId)) stream.end();
    } catch (error) {
      this.logger.warn({ err: error }, 'Could not look at the sessions of those who listen');
    }
  }

  private refuseTooMany(userId: number): void {
    if (this.isStopping) throw new Unavailable('The server is about to stop. Try again.', 1);
    const own = [...this.listeners].filter((listener) => listener.userId === userId);
    if (own.length >= STREAMS_PER_USER) throw new RateLimitExceeded(COME_AGAIN_SECONDS);
    if (this.listeners.size >= STREAMS)
      throw new Unavailable('Too many listen at the moment. Try again later.', COME_AGAIN_SECONDS);
  }

  /** @param userId null: everybody may be concerned */
  private stir(userId: number | null): void {
    for (const listener of this.listeners) {
      if (userId === null || listener.userId === userId) this.stirred.add(listener.userId);
    }
    this.start();
  }

  private start(): void {
    if (this.stirred.size === 0 || this.isStopping) return;
    this.round ??= this.tellStirred().then(
      () => {
        this.round = undefined;
        this.start();
      },
      (error: unknown) => {
        this.round = undefined;
        this.logger.warn({ err: error }, 'Could not read what there is to tell');
        setTimeout(() => this.start(), AGAIN_MS).unref();
      },
    );
  }

  private async tellStirred(): Promise<void> {
    while (this.stirred.size > 0 && !this.isStopping) {
      const userIds = [...this.stirred].slice(0, USERS_PER_QUERY);
      userIds.forEach((id) => this.stirred.delete(id));
      try {
        const [isAll, unread] = await Promise.all([this.sendNews(userIds), this.unreadCounts(userIds)]);
        this.sendCounts(userIds, unread);
        if (!isAll) userIds.forEach((id) => this.stirred.add(id));
      } catch (error) {
        userIds.forEach((id) => this.stirred.add(id));
        throw error;
      }
    }
  }

  /** @returns whether that was all */
  private async sendNews(userIds: number[]): Promise<boolean> {
    const concerned = this.listenersOf(userIds);
    if (concerned.length === 0) return true;
    const news = await this.newsSince(earliest(concerned));
    for (const notification of news) {
      for (const listener of concerned) {
        if (listener.userId !== notification.userId || listener.seenId >= notification.id) continue;
        listener.stream.send('notification', toNotificationDto(notification), notification.id);
        listener.seenId = notification.id;
      }
    }
    return news.length < ROWS_PER_QUERY;
  }

  private newsSince(seen: Map<number, number>): Promise<Notification[]> {
    const ofAny = new Brackets((any) => {
      for (const [userId, seenId] of seen) {
        const [user, since] = [`user${userId}`, `since${userId}`];
        any.orWhere(`(news.userId = :${user} AND news.id > :${since})`, { [user]: userId, [since]: seenId });
      }
    });
    return this.database
      .repository(Notification)
      .createQueryBuilder('news')
      .where(ofAny)
      .orderBy('news.id')
      .take(ROWS_PER_QUERY)
      .getMany();
  }

  private async unreadCounts(userIds: number[]): Promise<Map<number, number>> {
    const rows = await this.database
      .repository(Notification)
      .createQueryBuilder('news')
      .select('news.userId', 'userId')
      .addSelect('COUNT(*)', 'count')
      .where({ userId: In(userIds), readAt: IsNull() })
      .groupBy('news.userId')
      .getRawMany<{ userId: number; count: number | string }>();
    return new Map(rows.map(({ userId, count }) => [userId, Number(count)]));
  }

  private sendCounts(userIds: number[], unread: Map<number, number>): void {
    for (const listener of this.listenersOf(userIds)) {
      const unreadCount = unread.get(listener.userId) ?? 0;
      if (listener.unreadCount === unreadCount) continue;
      listener.stream.send('unread', { unreadCount });
      listener.unreadCount = unreadCount;
    }
  }

  private listenersOf(userIds: number[]): Listener[] {
    return [...this.listeners].filter(({ userId }) => userIds.includes(userId));
  }
}

/** User → the last that each of their streams has sent. */
function earliest(listeners: Listener[]): Map<number, number> {
  const seen = new Map<number, number>();
  for (const { userId, seenId } of listeners) seen.set(userId, Math.min(seenId, seen.get(userId) ?? seenId));
  return seen;
}
