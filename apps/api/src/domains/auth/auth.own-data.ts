import { Injectable } from '@nestjs/common';
import type { HeldApiKey, HeldSession } from '@souk/contracts/own-data.dto';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { OwnData } from '../users/own-data';
import { UserErased } from '../users/users.events';
import { AccountToken } from './account-token.entity';
import { Actors } from './actors';
import { ApiKey } from './api-key.entity';
import { Session } from './session.entity';

const OLDEST_FIRST = { id: 'ASC' } as const;

/** Every way into an account: shown to its owner, and closed when it is erased. */
@Injectable()
export class AuthOwnData {
  constructor(
    private readonly database: Database,
    private readonly actors: Actors,
    ownData: OwnData,
    events: Events,
  ) {
    ownData.contribute('sessions', ({ id }) => this.sessions(id));
    ownData.contribute('apiKeys', ({ id }) => this.apiKeys(id));
    events.during(UserErased, ({ userId }) => this.erase(userId));
  }

  private async sessions(userId: number): Promise<HeldSession[]> {
    const rows = await this.database.repository(Session).find({ where: { userId }, order: OLDEST_FIRST });
    return rows.map(({ userAgent, createdAt, lastUsedAt, expiresAt, revokedAt }) => ({
      device: userAgent,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      expiresAt: expiresAt.toISOString(),
      revokedAt: revokedAt?.toISOString() ?? null,
    }));
  }

  private async apiKeys(userId: number): Promise<HeldApiKey[]> {
    const rows = await this.database.repository(ApiKey).find({ where: { userId }, order: OLDEST_FIRST });
    return rows.map(({ name, prefix, scopes, createdAt, lastUsedAt, revokedAt }) => ({
      name,
      prefix,
      scopes,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
      revokedAt: revokedAt?.toISOString() ?? null,
    }));
  }

  private async erase(userId: number): Promise<void> {
    await this.database.repository(Session).delete({ userId });
    await this.database.repository(ApiKey).delete({ userId });
    await this.database.repository(AccountToken).delete({ userId });
    this.database.afterCommit(() => this.actors.forget());
  }
}
