import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PING } from '@souk/contracts';
import type { DeliveryQuery } from '@souk/contracts/webhooks.dto';
import { MoreThanOrEqual } from 'typeorm';
import { Database } from '../../platform/database/database';
import { CodedError, NotFound } from '../../platform/http/errors';
import { page, type Order, type PageOf } from '../../platform/http/pagination';
import { DeliveryAttempt } from './delivery-attempt.entity';
import { SILENT_FROM } from './delivery-outcomes';
import { DeliverySender } from './delivery-sender';
import { Delivery, dueNow } from './delivery.entity';
import { EndpointsService } from './endpoints.service';
import { WebhookEndpoint } from './webhook-endpoint.entity';
import { WebhookEvent } from './webhook-event.entity';

/** Attempts of one delivery. */
const LOGGED_MAX = 100;

export const NEWEST: Order<Delivery> = {
  by: 'delivery.id',
  id: 'delivery.id',
  direction: 'DESC',
  key: ({ id }) => id,
};

/** What was sent to an endpoint, or will be, and what its owner asks to be sent. */
@Injectable()
export class DeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsService,
    private readonly sender: DeliverySender,
  ) {}

  /** Newest first. @throws NotFound */
  async page(userId: number, endpointId: number, query: DeliveryQuery): Promise<PageOf<Delivery>> {
    await this.endpoints.find(userId, endpointId);
    const deliveries = this.deliveries
      .createQueryBuilder('delivery')
      .innerJoinAndSelect('delivery.event', 'event')
      .where('delivery.endpointId = :endpointId', { endpointId });
    if (query.status) deliveries.andWhere('delivery.status = :status', { status: query.status });
    return page(deliveries, NEWEST, query);
  }

  /** @throws NotFound */
  async find(userId: number, endpointId: number, id: number): Promise<Delivery> {
    await this.endpoints.find(userId, endpointId);
    const delivery = await this.deliveries.findOne({ where: { id, endpointId }, relations: { event: true } });
    if (!delivery) throw new NotFound('delivery');
    return delivery;
  }

  /** Newest first. */
  log({ id: deliveryId }: Delivery): Promise<DeliveryAttempt[]> {
    return this.database
      .repository(DeliveryAttempt)
      .find({ where: { deliveryId }, order: { id: 'DESC' }, take: LOGGED_MAX });
  }

  /** At once, and with the whole schedule before it. @throws NotFound, CodedError while the endpoint is off */
  async redeliver(userId: number, endpointId: number, id: number): Promise<Delivery> {
    return this.database.run(async () => {
      const delivery = await this.find(userId, endpointId, id);
      await this.wakeUp(userId, endpointId);
      return this.deliveries.save(Object.assign(delivery, dueNow(new Date())));
    });
  }

  /** Sends a `ping`, once. @throws NotFound, CodedError while the endpoint is off */
  async ping(userId: number, endpointId: number): Promise<Delivery> {
    return this.database.run(async () => {
      await this.wakeUp(userId, endpointId);
      const createdAt = new Date();
      const data = JSON.stringify({ webhookId: endpointId });
      const event = await this.database
        .repository(WebhookEvent)
        .save({ userId, cause: `ping:${randomUUID()}`, type: PING, data, createdAt });
      return this.deliveries.save({
        ...{ eventId: event.id, event, endpointId, createdAt, responseStatus: null, reason: null },
        ...dueNow(createdAt),
      });
    });
  }

  /** It is asked for by hand, so it is worth a try also where nobody has answered lately. */
  private async wakeUp(userId: number, id: number): Promise<void> {
    const endpoint = await this.endpoints.find(userId, id);
    if (!endpoint.isActive)
      throw new CodedError('INVALID_TRANSITION', 'This webhook is off. Switch it on first.');
    const silent = { id, silences: MoreThanOrEqual(SILENT_FROM) };
    await this.database.repository(WebhookEndpoint).update(silent, { silences: 0, busyUntil: new Date() });
    this.database.afterCommit(() => this.sender.wake());
  }

  private get deliveries() {
    return this.database.repository(Delivery);
  }
}
