import { OrderQuery } from './orders.dto';
import { QueryCount, QueryFlag, QueryId } from './query-validators';
import { Optional } from './validators';

export class SalesQuery extends OrderQuery {
  /** Only this store of yours. */
  @Optional()
  @QueryId()
  store?: number;

  /** Only orders with a return that waits for you. */
  @Optional()
  @QueryFlag()
  returnsWaiting?: boolean;
}

export class SalesSummaryQuery {
  /** Only this store of yours. */
  @Optional()
  @QueryId()
  store?: number;

  /** Days to look back, today included. Default 30. */
  @Optional()
  @QueryCount(1, 365)
  days?: number;
}

export class SalesDay {
  /** UTC day. @example 2026-11-02 */
  date: string;
  /** Paid orders with an own part that is not cancelled. @example 3 */
  orders: number;
  /** Own parts with their shipping, without cancelled ones. @example 120.40 */
  revenue: string;
}

export class SalesSummary {
  /** ISO 4217. @example USD */
  currency: string;
  /** One entry per day, oldest first; today is the last. */
  days: SalesDay[];
  /** Own parts that wait to be shipped. @example 4 */
  partsToShip: number;
  /** Returns that wait for an answer. @example 1 */
  returnsWaiting: number;
}
