import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '@souk/contracts';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { bookingTime } from '../ledger/booking-time';
import { Order } from '../orders/order.entity';
import { OrderItem } from '../orders/order-item.entity';
import { OrderPart } from '../orders/order-part.entity';
import { OrderPaid, PartRefunded } from '../orders/orders.events';
import { refundedTax } from '../orders/refunded-tax';
import { ShippingAddress } from '../orders/shipping-address.entity';
import { StoresQueries } from '../stores/stores.queries';
import { UserErased } from '../users/users.events';
import { buyerLines, creditContent, invoiceContent, issuerLines } from './document-content';
import { DocumentCounter, SalesDocument } from './sales-document.entity';

type Draft = Omit<SalesDocument, 'id' | 'sequence' | 'number' | 'issuedAt'>;

/**
 * Issues invoices and credit notes in the unit of work that takes or returns the money, at its very end: a number is
 * taken only when all else has succeeded, and the next order waits for it only a moment.
 */
@Injectable()
export class IssuingService {
  constructor(
    private readonly database: Database,
    private readonly stores: StoresQueries,
    events: Events,
  ) {
    events.during(OrderPaid, ({ orderId }) => database.beforeCommit(() => this.invoice(orderId)));
    events.during(PartRefunded, (fact) => database.beforeCommit(() => this.credit(fact)));
    events.during(UserErased, ({ userId }) => this.erase(userId));
  }

  /** A part that was cancelled before it was paid is no sale. */
  private async invoice(orderId: number): Promise<void> {
    const order = await this.database.repository(Order).findOneByOrFail({ id: orderId });
    const found = await this.database.repository(OrderPart).findBy({ orderId });
    const parts = found.filter(({ status }) => status !== 'cancelled');
    // always in the same order, so that two orders never wait for each other's stores
    parts.sort((a, b) => a.storeId - b.storeId);
    const items = await this.database
      .repository(OrderItem)
      .find({ where: { orderId }, order: { id: 'ASC' } });
    const address = await this.database.repository(ShippingAddress).findOneBy({ orderId });
    const stores = await this.stores.byIds(parts.map(({ storeId }) => storeId));
    for (const part of parts) {
      const store = stores.get(part.storeId);
      const own = items.filter(({ partId }) => partId === part.id);
      await this.issue({
        kind: 'invoice',
        storeId: part.storeId,
        orderId,
        partId: part.id,
        cause: `part:${part.id}`,
        total: part.total,
        tax: part.tax + part.taxIncluded,
        content: invoiceContent({ order, part, items: own }),
        issuer: store ? issuerLines(store) : null,
        buyer: buyerLines(order, address),
      });
    }
  }

  private async credit({ partId, key, amount }: PartRefunded): Promise<void> {
    const documents = await this.database.repository(SalesDocument).findBy({ partId });
    const invoice = documents.find(({ kind }) => kind === 'invoice');
    if (!invoice) return;
    const credited = documents.reduce(
      (sum, { kind, total }) => sum + (kind === 'credit_note' ? total : 0),
      0,
    );
    await this.issue({
      kind: 'credit_note',
      storeId: invoice.storeId,
      orderId: invoice.orderId,
      partId,
      cause: `refund:${key}`,
      total: amount,
      tax: refundedTax(invoice, credited, amount),
      content: creditContent(invoice, amount),
      issuer: invoice.issuer,
      buyer: invoice.buyer,
    });
  }

  private async issue(draft: Draft): Promise<void> {
    const documents = this.database.repository(SalesDocument);
    if (await documents.existsBy({ cause: draft.cause })) return;
    const sequence = await this.nextNumber(draft.storeId, draft.kind);
    await documents.insert({ ...draft, sequence, issuedAt: bookingTime() });
  }

  /** The counter's row stays locked until the commit; a rollback gives the number back. */
  private async nextNumber(storeId: number, kind: DocumentKind): Promise<number> {
    const counters = this.database.repository(DocumentCounter);
    const { affected } = await counters.increment({ storeId, kind }, 'last', 1);
    if (affected === 0) {
      await counters.createQueryBuilder().insert().values({ storeId, kind, last: 0 }).orIgnore().execute();
      await counters.increment({ storeId, kind }, 'last', 1);
    }
    return (await counters.findOneByOrFail({ storeId, kind })).last;
  }

  /** Numbers, goods and sums stay, for the vendors' books. */
  private async erase(userId: number): Promise<void> {
    const storeIds = await this.stores.idsOwnedBy(userId);
    const documents = this.database.repository(SalesDocument);
    if (storeIds.length > 0) await documents.update({ storeId: In(storeIds) }, { issuer: null });
    await this.eraseBuyer(userId);
  }

  private async eraseBuyer(customerId: number): Promise<void> {
    const orders = await this.database
      .repository(Order)
      .find({ where: { customerId }, select: { id: true } });
    if (orders.length === 0) return;
    const orderId = In(orders.map(({ id }) => id));
    await this.database.repository(SalesDocument).update({ orderId }, { buyer: null });
  }
}
