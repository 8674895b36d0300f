import { Injectable } from '@nestjs/common';
import { PermissionDenied } from '../../platform/http/errors';
import { PaymentsService } from '../payments/payments.service';
import { mayPay } from './orders.policy';
import { OrdersQueries, type Reader } from './orders.queries';
import { subjectOf } from './refunding';

/** What a customer does about the payment after the order was placed. */
@Injectable()
export class PayingService {
  constructor(
    private readonly queries: OrdersQueries,
    private readonly payments: PaymentsService,
  ) {}

  /** Whatever the gateway says reaches the order with its record. */
  async check(reader: Reader, orderId: number): Promise<void> {
    const { order, standing } = await this.queries.findVisible(reader, orderId);
    if (!mayPay(standing)) throw new PermissionDenied('Only the customer pays for this order.');
    if (order.paymentStatus === 'pending') await this.payments.check(subjectOf(orderId));
  }
}
