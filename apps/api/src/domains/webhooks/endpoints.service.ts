import { Injectable } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import type { PageQuery } from '@souk/contracts/common.dto';
import type { WebhookInput, WebhookPatch } from '@souk/contracts/webhooks.dto';
import { Database } from '../../platform/database/database';
import type { Check } from '../../platform/http/conditional';
import { CodedError, NotFound, ValidationFailed } from '../../platform/http/errors';
import { page, type Order, type PageOf } from '../../platform/http/pagination';
import { UsersService } from '../users/users.service';
import { Delivery, dueNow } from './delivery.entity';
import { DeliverySender } from './delivery-sender';
import { TargetRefused, Targets } from './targets';
import { WebhookEndpoint, type FormerSecret } from './webhook-endpoint.entity';
import { WebhookSecrets } from './webhook-secrets';

/** Programs that check signatures have so long to learn of a new secret. */
const OVERLAP_MS = 24 * 3600_000;
/** That sign at the same time. */
const MOST_SECRETS = 5;

const NEWEST: Order<WebhookEndpoint> = {
  by: 'endpoint.id',
  id: 'endpoint.id',
  direction: 'DESC',
  key: ({ id }) => id,
};

interface WithSecret {
  endpoint: WebhookEndpoint;
  /** In clear, this once. */
  secret: string;
}

/** What PUT resets when it is left out. */
const DEFAULTS = { eventTypes: null, active: true, description: null };

@Injectable()
export class EndpointsService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly targets: Targets,
    private readonly secrets: WebhookSecrets,
    private readonly sender: DeliverySender,
  ) {}

  /** Newest first. */
  page(userId: number, query: PageQuery): Promise<PageOf<WebhookEndpoint>> {
    return page(this.endpoints.createQueryBuilder('endpoint').where({ userId }), NEWEST, query);
  }

  /** All of them, oldest first. */
  heldOn(userId: number): Promise<WebhookEndpoint[]> {
    return this.endpoints.find({ where: { userId }, order: { id: 'ASC' } });
  }

  /** @throws NotFound, for other people's as for missing ones */
  async find(userId: number, id: number): Promise<WebhookEndpoint> {
    const endpoint = await this.endpoints.findOneBy({ id, userId });
    if (!endpoint) throw new NotFound('webhook');
    return endpoint;
  }

  /** @throws ValidationFailed for an address that cannot be public, and beyond the highest number */
  create(userId: number, input: WebhookInput): Promise<WithSecret> {
    return this.database.run(async () => {
      await this.users.lock(userId);
      const { max } = LIMITS.webhooks;
      if ((await this.endpoints.countBy({ userId })) >= max)
        throw new ValidationFailed({ url: [`would be webhook ${max + 1}; delete one first`] });
      const [now, secret] = [new Date(), this.secrets.make()];
      const endpoint = Object.assign(new WebhookEndpoint(), {
        ...{ userId, secret: this.secrets.seal(secret, userId), formerSecrets: null },
        ...{ disabledAt: null, disabledReason: null, silences: 0, busyUntil: now, createdAt: now },
      });
      return { endpoint: await this.save(endpoint, { ...DEFAULTS, ...input }), secret };
    });
  }

  replace(
    userId: number,
    id: number,
    input: WebhookInput,
    check: Check<WebhookEndpoint>,
  ): Promise<WebhookEndpoint> {
    return this.update(userId, id, { ...DEFAULTS, ...input }, check);
  }

  /** Fields that are undefined stay as they are. One that is switched on gets what waits for it at once. */
  update(
    userId: number,
    id: number,
    change: WebhookPatch,
    check: Check<WebhookEndpoint>,
  ): Promise<WebhookEndpoint> {
    return this.database.run(async () => {
      const endpoint = await this.lock(userId, id);
      await check(endpoint);
      const wasActive = endpoint.isActive;
      const saved = await this.save(endpoint, change);
      if (saved.isActive && !wasActive) await this.releaseWaiting(id);
      return saved;
    });
  }

  /** With its deliveries and their log. */
  delete(userId: number, id: number, check: Check<WebhookEndpoint>): Promise<void> {
    return this.database.run(async () => {
      await check(await this.lock(userId, id));
      await this.endpoints.delete({ id });
    });
  }

  async deleteAll(userId: number): Promise<void> {
    await this.endpoints.delete({ userId });
  }

  /** The one before signs for another day, and others as long as they would have. @throws CodedError for too many */
  rotateSecret(userId: number, id: number): Promise<WithSecret> {
    return this.database.run(async () => {
      const endpoint = await this.lock(userId, id);
      const { signingToo } = endpoint;
      if (signingToo.length + 1 >= MOST_SECRETS)
        throw new CodedError('INVALID_TRANSITION', tooMany(signingToo));
      const [now, secret] = [new Date(), this.secrets.make()];
      endpoint.rotate(this.secrets.seal(secret, userId), new Date(now.getTime() + OVERLAP_MS));
      endpoint.updatedAt = now;
      return { endpoint: await this.endpoints.save(endpoint), secret };
    });
  }

  /** Deliveries that wait, by endpoint. */
  async waiting(ids: number[]): Promise<Map<number, number>> {
    if (ids.length === 0) return new Map();
    const rows = await this.database
      .repository(Delivery)
      .createQueryBuilder('delivery')
      .select('delivery.endpointId', 'id')
      .addSelect('COUNT(*)', 'count')
      .where('delivery.endpointId IN (:...ids) AND delivery.status = :waiting', { ids, waiting: 'waiting' })
      .groupBy('delivery.endpointId')
      .getRawMany<{ id: number; count: number | string }>();
    return new Map(rows.map(({ id, count }) => [id, Number(count)]));
  }

  /** Whoever changes endpoints holds their owner's row. */
  private async lock(userId: number, id: number): Promise<WebhookEndpoint> {
    await this.users.lock(userId);
    return this.find(userId, id);
  }

  private save(
    endpoint: WebhookEndpoint,
    { url, eventTypes, active, description }: WebhookPatch,
  ): Promise<WebhookEndpoint> {
    if (url !== undefined) endpoint.url = this.judged(url);
    if (eventTypes !== undefined) endpoint.eventTypes = eventTypes;
    if (description !== undefined) endpoint.description = description || null;
    if (active !== undefined) endpoint.switch(active);
    endpoint.updatedAt = new Date();
    return this.endpoints.save(endpoint);
  }

  private judged(url: string): string {
    try {
      return this.targets.judge(url).href;
    } catch (error) {
      if (error instanceof TargetRefused) throw new ValidationFailed({ url: [error.message] });
      throw error;
    }
  }

  private async releaseWaiting(endpointId: number): Promise<void> {
    const now = new Date();
    await this.endpoints.update({ id: endpointId }, { busyUntil: now });
    await this.database.repository(Delivery).update({ endpointId, status: 'waiting' }, dueNow(now));
    this.database.afterCommit(() => this.sender.wake());
  }

  private get endpoints() {
    return this.database.repository(WebhookEndpoint);
  }
}

/** @param former the latest first */
function tooMany(former: FormerSecret[]): string {
  const until = new Date(former.at(-1)?.until ?? 0).toUTCString();
  return `Requests are signed with ${MOST_SECRETS} secrets already. The oldest ends on ${until}; make a new one then.`;
}
