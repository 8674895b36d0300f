import { fraction } from '../../platform/money/shares';
import type { OrderPart } from './order-part.entity';

const WHOLE = 10_000;

type Sold = Pick<OrderPart, 'subtotal' | 'discount' | 'shipping' | 'taxIncluded'>;

/**
 * What the marketplace keeps, frozen with the sale: of the goods after their discount, halves up, and never more than
 * the store has of them without the tax.
 * @param rate basis points
 */
export function commissionOf({ subtotal, discount, shipping, taxIncluded }: Sold, rate: number) {
  const goods = subtotal - discount;
  const most = goods + shipping - taxIncluded;
  return { commissionRate: rate, commission: Math.min(fraction(goods, rate, WHOLE), most) };
}
