import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import type { ApiKeyDto, ApiKeyInput } from '@souk/contracts/api-keys.dto';
import type { PageQuery } from '@souk/contracts/common.dto';
import { IsNull } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { hashSecret } from '../../platform/access/secret';
import { Database } from '../../platform/database/database';
import { NotFound, ValidationFailed } from '../../platform/http/errors';
import { page, type Order, type PageOf } from '../../platform/http/pagination';
import { Actors } from './actors';
import { ApiKey } from './api-key.entity';
import { Reauthentication } from './reauthentication';

const USE_NOTED_MS = 60_000;

const NEWEST: Order<ApiKey> = { by: 'key.id', id: 'key.id', direction: 'DESC', key: ({ id }) => id };

const credential = (keyHash: string) => `key ${keyHash}`;

@Injectable()
export class ApiKeysService {
  private readonly logger = new Logger(ApiKeysService.name);

  constructor(
    private readonly database: Database,
    private readonly actors: Actors,
    private readonly reauthentication: Reauthentication,
  ) {}

  live(userId: number, query: PageQuery): Promise<PageOf<ApiKey>> {
    const keys = this.database.repository(ApiKey).createQueryBuilder('key');
    return page(keys.where({ userId, revokedAt: IsNull() }), NEWEST, query);
  }

  /**
   * @throws ValidationFailed for a scope that its owner could make no use of, and beyond the highest number of keys
   * @throws AuthenticationRequired
   */
  async create(owner: Actor, { name, scopes }: ApiKeyInput): Promise<{ row: ApiKey; key: string }> {
    if (scopes.includes('products') && owner.userType !== 'vendor') {
      throw new ValidationFailed({ scopes: ['may have "products" for vendors only'] });
    }
    const key = `sk_${randomBytes(32).toString('base64url')}`;
    const row = await this.database.run(async () => {
      // what ends the session may just have revoked every key; and two at once would both be the last one
      await this.reauthentication.hold(owner);
      const keys = this.database.repository(ApiKey);
      if ((await keys.countBy({ userId: owner.id, revokedAt: IsNull() })) >= LIMITS.apiKeys.max) {
        throw new ValidationFailed({
          name: [`would be key ${LIMITS.apiKeys.max + 1}; revoke one that is not used any more first`],
        });
      }
      return keys.save({
        userId: owner.id,
        name,
        keyHash: hashSecret(key),
        prefix: key.slice(0, 12),
        scopes,
        lastUsedAt: null,
        revokedAt: null,
        createdAt: new Date(),
      });
    });
    return { row, key };
  }

  /** @throws NotFound, for somebody else's key and one that is revoked already too */
  async revoke(userId: number, id: number): Promise<void> {
    await this.database.run(async () => {
      const keys = this.database.repository(ApiKey);
      const key = await keys.findOneBy({ id, userId, revokedAt: IsNull() });
      if (!key) throw new NotFound('API key');
      await keys.update({ id }, { revokedAt: new Date() });
      this.database.afterCommit(() => this.actors.forget(credential(key.keyHash)));
    });
  }

  async revokeAll(userId: number): Promise<void> {
    await this.database.run(async () => {
      await this.database
        .repository(ApiKey)
        .update({ userId, revokedAt: IsNull() }, { revokedAt: new Date() });
      this.database.afterCommit(() => this.actors.forget());
    });
  }

  /** The owner of a live key, with its scopes; null for any other text. */
  actor(key: string): Promise<Actor | null> {
    const keyHash = hashSecret(key);
    return this.actors.find(credential(keyHash), async () => {
      const found = await this.database.repository(ApiKey).findOneBy({ keyHash, revokedAt: IsNull() });
      if (!found) return null;
      await this.noteUse(found);
      return { userId: found.userId, sessionId: null, scopes: found.scopes };
    });
  }

  /** A key works also while the note cannot be written. */
  private async noteUse({ id, lastUsedAt }: ApiKey): Promise<void> {
    const now = new Date();
    if (lastUsedAt && now.getTime() - lastUsedAt.getTime() < USE_NOTED_MS) return;
    try {
      await this.database.run(() => this.database.repository(ApiKey).update({ id }, { lastUsedAt: now }));
    } catch (error) {
      this.logger.warn(`The use of API key ${id} could not be noted: ${String(error)}`);
    }
  }
}

export const toApiKeyDto = ({ id, name, prefix, scopes, lastUsedAt, createdAt }: ApiKey): ApiKeyDto => ({
  id,
  name,
  prefix,
  scopes,
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});
