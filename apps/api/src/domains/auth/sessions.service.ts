import { createHmac, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { PageQuery } from '@souk/contracts/common.dto';
import { In, IsNull, LessThan, MoreThan, type SelectQueryBuilder } from 'typeorm';
import { Config } from '../../config/config';
import type { Actor } from '../../platform/access/actor';
import { hashSecret } from '../../platform/access/secret';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { AuthenticationRequired, NotFound } from '../../platform/http/errors';
import { page, type Order, type PageOf } from '../../platform/http/pagination';
import { Housekeeping } from '../../platform/jobs/housekeeping';
import { RoleChanged } from '../users/users.events';
import { Actors } from './actors';
import { RefreshToken, Session } from './session.entity';

const SESSION_MS = 7 * 24 * 3600_000;
/** Two tabs, or a client whose answer was lost, may use a token again within this time. */
const GRACE_MS = 10_000;

const LATEST: Order<Session> = {
  by: 'session.id',
  id: 'session.id',
  direction: 'DESC',
  key: ({ id }) => id,
};

export interface IssuedRefresh {
  userId: number;
  sessionId: number;
  refreshToken: string;
  expiresAt: Date;
}

const isLive = ({ revokedAt, expiresAt }: Session) => !revokedAt && expiresAt > new Date();

const credential = (sessionId: number) => `session ${sessionId}`;

@Injectable()
export class SessionsService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly actors: Actors,
    events: Events,
    housekeeping: Housekeeping,
  ) {
    // New powers are for who signs in with the password, not for who holds an older token.
    events.during(RoleChanged, ({ userId }) => this.revoke({ userId }));
    housekeeping.contribute(Session, () => ({ expiresAt: LessThan(new Date()) }));
  }

  open(userId: number, userAgent: string | undefined): Promise<IssuedRefresh> {
    return this.database.run(async () => {
      const now = new Date();
      const session = await this.database.repository(Session).save({
        userId,
        userAgent: userAgent?.slice(0, 255) ?? null,
        createdAt: now,
        lastUsedAt: now,
        expiresAt: new Date(now.getTime() + SESSION_MS),
        revokedAt: null,
      });
      const refreshToken = randomBytes(32).toString('base64url');
      await this.keep(refreshToken, session.id);
      return { userId, sessionId: session.id, refreshToken, expiresAt: session.expiresAt };
    });
  }

  /**
   * Every use gives a successor, and the same one to all uses within the grace. A later use means that somebody else
   * holds the token: the session ends for all.
   * @throws AuthenticationRequired
   */
  async rotate(refreshToken: string): Promise<IssuedRefresh> {
    const issued = await this.database.run(async () => {
      const token = await this.database
        .repository(RefreshToken)
        .findOneBy({ tokenHash: hashSecret(refreshToken) });
      const session = token && (await this.database.repository(Session).findOneBy({ id: token.sessionId }));
      if (!session || !isLive(session)) return null;
      const successor = this.successorOf(refreshToken);
      const rotatedAt = await this.claim(refreshToken, successor, session.id);
      if (Date.now() - rotatedAt.getTime() > GRACE_MS) {
        await this.revoke({ id: session.id });
        return null;
      }
      return {
        userId: session.userId,
        sessionId: session.id,
        refreshToken: successor,
        expiresAt: session.expiresAt,
      };
    });
    if (!issued) throw new AuthenticationRequired('This session has ended. Sign in again.');
    return issued;
  }

  live(userId: number, query: PageQuery): Promise<PageOf<Session>> {
    return page(this.liveOf(userId), LATEST, query);
  }

  /** @throws NotFound, for somebody else's session and one that has ended too */
  async end(userId: number, id: number): Promise<void> {
    const found = await this.liveOf(userId).andWhere('session.id = :id', { id }).getExists();
    if (!found) throw new NotFound('session');
    await this.revoke({ id });
  }

  async revoke(which: { id: number } | { userId: number }): Promise<void> {
    await this.database.run(async () => {
      await this.database
        .repository(Session)
        .update({ ...which, revokedAt: IsNull() }, { revokedAt: new Date() });
      this.database.afterCommit(() => this.actors.forget('id' in which ? credential(which.id) : undefined));
    });
  }

  /** Ends the session that the token belongs to, used or not; nothing for an invented one. */
  async revokeHolderOf(refreshToken: string): Promise<void> {
    const tokenHash = hashSecret(refreshToken);
    const token = await this.database.repository(RefreshToken).findOneBy({ tokenHash });
    if (token) await this.revoke({ id: token.sessionId });
  }

  /** Whether it is alive; it stays so until the open unit of work ends. */
  async hold(id: number): Promise<boolean> {
    const session = this.database.repository(Session).createQueryBuilder('session');
    const found = await this.database.locked(session.where('session.id = :id', { id })).getOne();
    return found !== null && isLive(found);
  }

  /** The user of a live session; null when it ended. */
  actor(sessionId: number): Promise<Actor | null> {
    return this.actors.find(credential(sessionId), async () => {
      const session = await this.database.repository(Session).findOneBy({ id: sessionId });
      if (!session || !isLive(session)) return null;
      return { userId: session.userId, sessionId, scopes: null };
    });
  }

  /** Those of the sessions that have not ended, and whose user may be here. */
  async aliveOf(ids: number[]): Promise<Set<number>> {
    const alive = await this.database.repository(Session).find({
      where: { id: In(ids), revokedAt: IsNull(), expiresAt: MoreThan(new Date()), user: { isActive: true } },
      select: { id: true },
    });
    return new Set(alive.map(({ id }) => id));
  }

  private liveOf(userId: number): SelectQueryBuilder<Session> {
    return this.database
      .repository(Session)
      .createQueryBuilder('session')
      .where({ userId, revokedAt: IsNull() })
      .andWhere('session.expiresAt > :now', { now: new Date() });
  }

  /** Derived, so that the successor can be told again within the grace though only its hash is stored. */
  private successorOf(refreshToken: string): string {
    return createHmac('sha256', this.config.jwtSecret).update(`refresh ${refreshToken}`).digest('base64url');
  }

  /** When the token was first used: now, by this call, or earlier. */
  private async claim(refreshToken: string, successor: string, sessionId: number): Promise<Date> {
    const tokens = this.database.repository(RefreshToken);
    const tokenHash = hashSecret(refreshToken);
    const now = new Date();
    const { affected } = await tokens.update({ tokenHash, rotatedAt: IsNull() }, { rotatedAt: now });
    if (affected === 1) {
      await this.database.repository(Session).update({ id: sessionId }, { lastUsedAt: now });
      await this.keep(successor, sessionId);
      return now;
    }
    const { rotatedAt } = await tokens.findOneByOrFail({ tokenHash });
    return rotatedAt ?? now;
  }

  private async keep(refreshToken: string, sessionId: number): Promise<void> {
    const row = { tokenHash: hashSecret(refreshToken), sessionId, rotatedAt: null, createdAt: new Date() };
    await this.database.repository(RefreshToken).insert(row);
  }
}
