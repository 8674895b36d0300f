import { Injectable } from '@nestjs/common';
import type { DocumentKind } from '@souk/contracts';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/http/errors';
import type { OrderView } from '../orders/order-view';
import { OrdersQueries, type Reader } from '../orders/orders.queries';
import { SalesDocument } from './sales-document.entity';
import { unitsToPack } from './sheets';

@Injectable()
export class DocumentsQueries {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersQueries,
  ) {}

  /** Of the parts that the reader sees, oldest first. @throws NotFound, where the order is missing for the reader */
  async listed(reader: Reader, orderId: number): Promise<SalesDocument[]> {
    return this.ofParts(await this.orders.findVisible(reader, orderId));
  }

  /** @throws NotFound, also when there is none */
  async find(
    reader: Reader,
    orderId: number,
    kind: DocumentKind,
    partId: number | undefined,
  ): Promise<[SalesDocument, ...SalesDocument[]]> {
    const [first, ...others] = (await this.listed(reader, orderId)).filter(
      (document) => document.kind === kind && (partId === undefined || document.partId === partId),
    );
    if (!first) throw new NotFound(kind === 'invoice' ? 'invoice' : 'credit note');
    return [first, ...others];
  }

  /** Parts with goods to pack. @throws NotFound, also when there is none */
  async shipped(reader: Reader, orderId: number, partId: number | undefined): Promise<OrderView> {
    const view = await this.orders.findVisible(reader, orderId);
    const items = view.items.filter(({ digital }) => !digital);
    const parts = view.parts.filter(
      (part) =>
        part.status !== 'cancelled' &&
        (partId === undefined || part.id === partId) &&
        items.some((item) => item.partId === part.id && unitsToPack(item, part) > 0),
    );
    if (parts.length === 0) throw new NotFound('packing slip');
    return { ...view, parts, items };
  }

  private ofParts({ order, parts }: OrderView): Promise<SalesDocument[]> {
    return this.database.repository(SalesDocument).find({
      where: { orderId: order.id, partId: In([0, ...parts.map(({ id }) => id)]) },
      order: { id: 'ASC' },
    });
  }
}
