import { Injectable } from '@nestjs/common';
import type { AdminDeliveryDto, AdminDeliveryPage, DeliveryQuery } from '@souk/contracts/webhooks.dto';
import type { SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { AuditLog } from '../../platform/audit/audit-log';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/http/errors';
import { page } from '../../platform/http/pagination';
import { UsersService } from '../users/users.service';
import { DeliveriesService, NEWEST } from './deliveries.service';
import { Delivery } from './delivery.entity';
import { toDeliveryDto } from './webhooks.mapper';

/** Deliveries of all users, for staff: where they go and how they end, and nothing of what they say. */
@Injectable()
export class AdminDeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliveriesService,
    private readonly users: UsersService,
    private readonly audit: AuditLog,
  ) {}

  async page({ status, ...request }: DeliveryQuery): Promise<AdminDeliveryPage> {
    const all = this.all();
    if (status) all.where('delivery.status = :status', { status });
    const { items, ...rest } = await page(all, NEWEST, request);
    return { ...rest, items: await this.toDtos(items) };
  }

  /** @throws NotFound, CodedError while the webhook is off */
  async redeliver(staff: Actor, id: number): Promise<AdminDeliveryDto> {
    await this.database.run(async () => {
      const { endpoint, status, reason } = await this.find(id);
      const what = `${originOf(endpoint)}, ${status}${reason ? `: ${reason}` : ''}`;
      await this.audit.record(staff, 'redeliver', { type: 'delivery', id }, what);
      await this.deliveries.redeliver(endpoint.userId, endpoint.id, id);
    });
    const [dto] = await this.toDtos([await this.find(id)]);
    if (!dto) throw new NotFound('delivery');
    return dto;
  }

  private async find(id: number): Promise<Delivery> {
    const delivery = await this.all().where({ id }).getOne();
    if (!delivery) throw new NotFound('delivery');
    return delivery;
  }

  private all(): SelectQueryBuilder<Delivery> {
    return this.database
      .repository(Delivery)
      .createQueryBuilder('delivery')
      .innerJoinAndSelect('delivery.event', 'event')
      .innerJoinAndSelect('delivery.endpoint', 'endpoint');
  }

  private async toDtos(deliveries: Delivery[]): Promise<AdminDeliveryDto[]> {
    const owners = await this.users.byIds(deliveries.map(({ endpoint }) => endpoint.userId));
    return deliveries.map((delivery) => {
      const { id: webhookId, userId, isActive: active } = delivery.endpoint;
      const owner = { id: userId, username: owners.get(userId)?.user.username ?? '' };
      return { ...toDeliveryDto(delivery), webhookId, origin: originOf(delivery.endpoint), owner, active };
    });
  }
}

const originOf = ({ url }: { url: string }) => new URL(url).origin;
