import { Injectable } from '@nestjs/common';
import { formatMinor } from '@souk/contracts';
import type { SalesSummary, SalesSummaryQuery } from '@souk/contracts/sales.dto';
import type { SelectQueryBuilder } from 'typeorm';
import { Config } from '../../config/config';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { OrderPart } from './order-part.entity';
import { OrderReturn } from './order-return.entity';

const DEFAULT_DAYS = 30;
const DAY_MS = 24 * 3600_000;

interface DayRow {
  day: string;
  orders: number | string;
  revenue: number | string;
}

@Injectable()
export class SalesQueries {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** A vendor's last days in figures, days without sales included. */
  async summary(actor: Actor, { store, days = DEFAULT_DAYS }: SalesSummaryQuery): Promise<SalesSummary> {
    const dates = lastDays(days);
    const rows = await this.paidParts(actor, store)
      // text on SQLite, and what MariaDB makes of a date as text: both start with the day, in UTC
      .select('SUBSTR(placed.date_ordered, 1, 10)', 'day')
      .addSelect('COUNT(DISTINCT part.order_id)', 'orders')
      .addSelect(
        'SUM(part.subtotal - part.discount + part.shipping + part.tax - part.refunded_amount)',
        'revenue',
      )
      .andWhere('placed.dateOrdered >= :since', { since: new Date(`${dates[0]}T00:00:00.000Z`) })
      .groupBy('day')
      .getRawMany<DayRow>();
    const byDay = new Map(rows.map((row) => [row.day, row]));
    return {
      currency: this.config.currency,
      days: dates.map((date) => {
        const row = byDay.get(date);
        return { date, orders: Number(row?.orders ?? 0), revenue: formatMinor(Number(row?.revenue ?? 0)) };
      }),
      partsToShip: await this.paidParts(actor, store)
        .andWhere('part.status = :pending', { pending: 'pending' })
        .getCount(),
      returnsWaiting: await this.waitingReturns(actor, store),
    };
  }

  private waitingReturns({ id: vendorId }: Actor, storeId: number | undefined): Promise<number> {
    const waiting = this.database
      .repository(OrderReturn)
      .createQueryBuilder('asked')
      .innerJoin('asked.part', 'part')
      .innerJoin('part.store', 'store')
      .where('asked.status = :waiting AND store.vendorId = :vendorId', { waiting: 'requested', vendorId });
    if (storeId) waiting.andWhere('part.storeId = :storeId', { storeId });
    return waiting.getCount();
  }

  private paidParts(actor: Actor, storeId: number | undefined): SelectQueryBuilder<OrderPart> {
    const parts = this.database
      .repository(OrderPart)
      .createQueryBuilder('part')
      .innerJoin('part.order', 'placed')
      .innerJoin('part.store', 'store')
      .where('store.vendorId = :vendorId', { vendorId: actor.id })
      .andWhere('placed.complete = :yes AND part.status <> :cancelled', {
        yes: true,
        cancelled: 'cancelled',
      });
    return storeId ? parts.andWhere('part.storeId = :storeId', { storeId }) : parts;
  }
}

/** UTC days, today last. */
function lastDays(count: number): string[] {
  const now = Date.now();
  return Array.from({ length: count }, (_, index) =>
    new Date(now - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}
