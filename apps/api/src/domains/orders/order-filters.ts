import type { OrderQuery } from '@souk/contracts/orders.dto';
import type { SelectQueryBuilder } from 'typeorm';
import { likeWords } from '../../platform/database/like';
import type { Order } from './order.entity';

/** Parts of the order, in a sub-select, with the store of each. */
const ALL_PARTS = `SELECT 1 FROM order_parts part JOIN stores store ON store.id = part.store_id
  WHERE part.order_id = placed.id`;
const BUYER = 'SELECT 1 FROM users buyer WHERE buyer.id = placed.customer_id';
const DAY_MS = 24 * 3600_000;

/**
 * By words and period. The orders are the caller's own ones already, so that what is searched is few.
 * @param parts the sub-select of those parts whose goods and stores may be found
 * @param buyers also by who bought, as sellers see it
 */
export function narrowOrders(
  orders: SelectQueryBuilder<Order>,
  { search = '', from, to }: OrderQuery,
  { parts = ALL_PARTS, buyers = false } = {},
): void {
  likeWords(search).forEach((word, index) => {
    const matches = `LIKE :word${index} ESCAPE '!'`;
    const items = `SELECT 1 FROM order_items item WHERE item.part_id = part.id AND item.name ${matches}`;
    const found = [
      `placed.number ${matches}`,
      `EXISTS (${parts} AND (store.name ${matches} OR EXISTS (${items})))`,
      ...(buyers ? [`placed.email ${matches}`, `EXISTS (${BUYER} AND buyer.username ${matches})`] : []),
    ];
    orders.andWhere(`(${found.join(' OR ')})`, { [`word${index}`]: word });
  });
  if (from) orders.andWhere('placed.dateOrdered >= :from', { from: new Date(from) });
  if (to) orders.andWhere('placed.dateOrdered < :until', { until: new Date(Date.parse(to) + DAY_MS) });
}
