import { Injectable } from '@nestjs/common';
import { PING } from '@souk/contracts';
import { IsNull, MoreThan, MoreThanOrEqual } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { DeliveryAttempt } from './delivery-attempt.entity';
import { Delivery } from './delivery.entity';
import { nextAttempt } from './retries';
import type { Outcome } from './webhook-caller';
import { WebhookEndpoint } from './webhook-endpoint.entity';
import { WebhookDisabled } from './webhooks.events';

/** From so many attempts in a row on that nobody answered, an endpoint is taken to be down. */
export const SILENT_FROM = 2;

/** What follows from an attempt. */
@Injectable()
export class DeliveryOutcomes {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
  ) {}

  /** @returns attempts in a row that nobody answered */
  async note(delivery: Delivery, outcome: Outcome): Promise<number> {
    const { endpoint } = delivery;
    const silences = outcome.isAway ? endpoint.silences + 1 : 0;
    const isBack = outcome.reason === null && endpoint.silences >= SILENT_FROM;
    await this.database.run(async () => {
      // deleted while it was on its way, with its endpoint
      if (!(await this.database.repository(Delivery).existsBy({ id: delivery.id }))) return;
      if (silences !== endpoint.silences)
        await this.database.repository(WebhookEndpoint).update({ id: endpoint.id }, { silences });
      if (outcome.reason === null) await this.delivered(delivery, outcome);
      else await this.failed(delivery, outcome);
      if (isBack) await this.hurry(endpoint);
    });
    return silences;
  }

  private async log({ id, endpoint: { url } }: Delivery, outcome: Outcome): Promise<void> {
    const { isAway: _, isGone: __, ...logged } = outcome;
    await this.database.repository(DeliveryAttempt).insert({ ...logged, deliveryId: id, url });
  }

  private async delivered(delivery: Delivery, outcome: Outcome): Promise<void> {
    const { attempts } = delivery;
    const { responseStatus } = outcome;
    await this.log(delivery, outcome);
    const end = { status: 'delivered' as const, nextAttemptAt: null, endedAt: new Date() };
    await this.database
      .repository(Delivery)
      .update(asTaken(delivery), { ...end, attempts: attempts + 1, responseStatus, reason: null });
  }

  private async failed(delivery: Delivery, outcome: Outcome): Promise<void> {
    const { responseStatus, reason, isGone } = outcome;
    const now = new Date();
    const isEarly = delivery.nextAttemptAt !== null && delivery.nextAttemptAt > now;
    const told = { responseStatus, reason };
    const deliveries = this.database.repository(Delivery);
    // only whether somebody is there again was asked: the schedule goes on
    if (isEarly && !isGone) return void (await deliveries.update(asTaken(delivery), told));
    await this.log(delivery, outcome);
    const attempts = delivery.attempts + 1;
    const isPing = delivery.event.type === PING;
    const nextAttemptAt = isPing || isGone ? null : nextAttempt(attempts, now);
    const { affected } = await deliveries.update(
      asTaken(delivery),
      nextAttemptAt
        ? { ...told, attempts, nextAttemptAt }
        : { ...told, attempts, nextAttemptAt, status: 'failed', endedAt: now },
    );
    if (nextAttemptAt || isPing || affected === 0) return;
    if (isGone || !(await this.wasReachedSince(delivery))) await this.disable(delivery, now, reason);
  }

  /** Then it is the event that it cannot take, not everything. */
  private wasReachedSince({ endpointId, createdAt }: Delivery): Promise<boolean> {
    const reached = { endpointId, status: 'delivered' as const, endedAt: MoreThanOrEqual(createdAt) };
    return this.database.repository(Delivery).existsBy(reached);
  }

  private async disable({ endpoint }: Delivery, now: Date, reason: string | null): Promise<void> {
    const { affected } = await this.database
      .repository(WebhookEndpoint)
      .update(
        { id: endpoint.id, isActive: true },
        { isActive: false, disabledAt: now, disabledReason: reason },
      );
    if (affected) await this.events.publish(new WebhookDisabled(endpoint.id, endpoint.userId));
  }

  /** It answers again: what was tried in vain meanwhile need not wait for its time. */
  private async hurry({ id: endpointId }: WebhookEndpoint): Promise<void> {
    const now = new Date();
    await this.database
      .repository(Delivery)
      .update({ endpointId, status: 'waiting', nextAttemptAt: MoreThan(now) }, { nextAttemptAt: now });
  }
}

/** Unless its owner has asked meanwhile for it to be sent once more: then it waits for that. */
const asTaken = ({ id, nextAttemptAt }: Delivery) => ({ id, nextAttemptAt: nextAttemptAt ?? IsNull() });
