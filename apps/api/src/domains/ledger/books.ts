import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { OrderPart } from '../orders/order-part.entity';
import { LatePaymentReturned, OrderPaid, PartRefunded } from '../orders/orders.events';
import { bookingTime } from './booking-time';
import { LedgerEntry, LedgerTransaction } from './ledger.entity';
import {
  postLate,
  postLateReturned,
  postRefund,
  postSale,
  type BookedPart,
  type LedgerAccount,
  type Posting,
  type SoldPart,
} from './postings';

/** What a transaction is about. */
interface About {
  orderId?: number;
  payoutId?: number;
}

/**
 * The one place that writes into the ledger. Orders are booked in the unit of work that settles or refunds them, so
 * that the books are right at every commit.
 */
@Injectable()
export class Books {
  constructor(
    private readonly database: Database,
    events: Events,
  ) {
    events.during(OrderPaid, ({ orderId }) => this.sale(orderId));
    events.during(PartRefunded, (fact) => this.refund(fact));
    events.during(LatePaymentReturned, (fact) => this.late(fact));
  }

  /** Once per cause, however often it is told. Postings must sum to zero. */
  async append(cause: string, postings: Posting[], { orderId, payoutId }: About): Promise<void> {
    if (postings.length === 0) return;
    const sum = postings.reduce((total, { amount }) => total + amount, 0);
    if (sum !== 0) throw new Error(`The postings of ${cause} do not sum to zero.`);
    const transactions = this.database.repository(LedgerTransaction);
    if (await transactions.existsBy({ cause })) return;
    const time = bookingTime();
    const { id } = await transactions.save({ cause, bookedAt: time });
    const about = { transactionId: id, orderId: orderId ?? null, payoutId: payoutId ?? null, bookedAt: time };
    await this.database.repository(LedgerEntry).insert(postings.map((posting) => ({ ...posting, ...about })));
  }

  private async sale(orderId: number): Promise<void> {
    const parts = await this.database.repository(OrderPart).findBy({ orderId });
    await this.append(`order:${orderId}`, postSale(parts.map(toSold)), { orderId });
  }

  private async refund({ orderId, partId, key, amount }: PartRefunded): Promise<void> {
    const postings = postRefund(await this.booked(partId), amount);
    await this.append(`refund:${key}`, postings, { orderId });
  }

  private async late({ orderId, amount }: LatePaymentReturned): Promise<void> {
    await this.append(`late:${orderId}`, postLate(amount), { orderId });
    await this.append(`late:${orderId}:returned`, postLateReturned(amount), { orderId });
  }

  /** The order is locked by whoever refunds, so this does not change meanwhile. */
  private async booked(partId: number): Promise<BookedPart> {
    const part = await this.database.repository(OrderPart).findOneByOrFail({ id: partId });
    const rows = await this.database
      .repository(LedgerEntry)
      .createQueryBuilder('entry')
      .select('entry.account', 'account')
      .addSelect('SUM(entry.amount)', 'amount')
      .where('entry.partId = :partId', { partId })
      .groupBy('entry.account')
      .getRawMany<{ account: LedgerAccount; amount: number | string }>();
    const of = (account: LedgerAccount) => Number(rows.find((row) => row.account === account)?.amount ?? 0);
    return { sold: toSold(part), vendor: of('vendor'), commission: of('commission'), tax: of('tax') };
  }
}

const toSold = ({ id, storeId, total, commission, tax, taxIncluded }: OrderPart): SoldPart => ({
  partId: id,
  storeId,
  total,
  commission,
  tax: tax + taxIncluded,
});
