import { Injectable } from '@nestjs/common';
import type { OrderDto, ShippingAddressDto } from '@souk/contracts/orders.dto';
import type { PartStatus } from '@souk/contracts';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { LeftPictures } from '../../platform/storage/left-pictures';
import { erasedAddress } from '../users/erasure.service';
import { OwnData } from '../users/own-data';
import { UserErased } from '../users/users.events';
import { Order } from './order.entity';
import { OrderItem } from './order-item.entity';
import { OrderPart } from './order-part.entity';
import { OrdersStillOpen } from './orders.errors';
import { OrdersMapper } from './orders.mapper';
import { OrderReturn } from './order-return.entity';
import { OrdersQueries, WAITING_RETURNS } from './orders.queries';
import { ShippingAddress } from './shipping-address.entity';

const OPEN: PartStatus[] = ['pending', 'shipped'];

@Injectable()
export class OrdersOwnData {
  constructor(
    private readonly database: Database,
    private readonly queries: OrdersQueries,
    private readonly mapper: OrdersMapper,
    ownData: OwnData,
    events: Events,
    leftPictures: LeftPictures,
  ) {
    ownData.contribute('orders', ({ id }) => this.ordersOf(id));
    ownData.contribute('addresses', async ({ id }) => addressesIn(await this.ordersOf(id)));
    events.during(UserErased, ({ userId }) => this.erase(userId));
    leftPictures.contribute(async (keys) => {
      const items = await database
        .repository(OrderItem)
        .find({ where: { imageKey: In(keys) }, select: { imageKey: true } });
      return items.flatMap(({ imageKey }) => imageKey ?? []);
    });
  }

  private async ordersOf(customerId: number): Promise<OrderDto[]> {
    return this.mapper.toDtos(await this.queries.heldOn(customerId));
  }

  /** Sums, goods and dates stay, for the vendors' books. @throws OrdersStillOpen */
  private async erase(userId: number): Promise<void> {
    const own = this.database.repository(Order).createQueryBuilder('placed').where({ customerId: userId });
    const orders = await this.database.locked(own).orderBy('placed.id').getMany();
    const orderIds = orders.map(({ id }) => id);
    await this.refuseOpen(userId, orderIds);
    if (orderIds.length === 0) return;
    const email = erasedAddress(userId);
    await this.database.repository(Order).update({ customerId: userId }, { email, accessHash: null });
    await this.database.repository(OrderPart).update({ orderId: In(orderIds) }, { trackingNumber: null });
    await this.database.repository(OrderReturn).update({ orderId: In(orderIds) }, { note: null });
    await this.database.repository(ShippingAddress).delete({ orderId: In(orderIds) });
  }

  private async refuseOpen(userId: number, orderIds: number[]): Promise<void> {
    const purchases = await this.numbersOfOpen('part.orderId IN (:...orderIds)', {
      orderIds: [0, ...orderIds],
    });
    const sales = await this.numbersOfOpen('store.vendorId = :userId', { userId });
    if (purchases.length + sales.length > 0) throw new OrdersStillOpen(purchases, sales);
  }

  private async numbersOfOpen(condition: string, parameters: object): Promise<string[]> {
    const rows = await this.database
      .repository(OrderPart)
      .createQueryBuilder('part')
      .innerJoin('part.order', 'placed')
      .innerJoin('part.store', 'store')
      .select('placed.number', 'number')
      .distinct(true)
      .where(condition, parameters)
      .andWhere(`(part.status IN (:...open) OR part.id IN (${WAITING_RETURNS}))`, { open: OPEN })
      .getRawMany<{ number: string }>();
    return rows.map(({ number }) => number).sort();
  }
}

function addressesIn(orders: OrderDto[]): ShippingAddressDto[] {
  const addresses = orders.flatMap(({ shippingAddress }) => shippingAddress ?? []);
  return [...new Map(addresses.map((address) => [JSON.stringify(address), address])).values()];
}
