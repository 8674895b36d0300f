import { worthOfUnits } from '@souk/contracts';
import type { OrderItem } from './order-item.entity';
import type { OrderPart } from './order-part.entity';
import type { RefundedLine } from './order-refund.entity';

export interface Wanted {
  lines: { item: OrderItem; quantity: number; restock: boolean }[];
  /** All that is left of it. */
  shipping: boolean;
  /** On top, in minor units. */
  extra: number;
}

export interface RefundSum {
  lines: RefundedLine[];
  shipping: number;
  amount: number;
}

/**
 * What goes back, in minor units. Lines and shipping never bring more than is left of the part, of which amounts
 * without goods may have taken some; what is asked for on top is not cut, so the sum may be more than is left.
 */
export function refundSum(part: OrderPart, { lines, shipping, extra }: Wanted): RefundSum {
  let left = part.refundable;
  const take = (worth: number) => {
    const taken = Math.min(worth, left);
    left -= taken;
    return taken;
  };
  const refunded = lines.map(({ item, quantity, restock }) => ({
    itemId: item.id,
    quantity,
    amount: take(worthOfUnits({ ...countsOf(item), paid: item.paidIn(part) }, quantity)),
    restocked: restock,
  }));
  const ofShipping = shipping ? take(part.refundableShipping) : 0;
  const ofLines = refunded.reduce((sum, { amount }) => sum + amount, 0);
  return { lines: refunded, shipping: ofShipping, amount: ofLines + ofShipping + extra };
}

const countsOf = ({ quantity, refundedQuantity }: OrderItem) => ({ quantity, refundedQuantity });
