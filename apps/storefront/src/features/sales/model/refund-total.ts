import { formatMinor, parseMoney, toMinor, worthOfUnits } from '@souk/contracts';
import type { OrderItemDto, OrderPartDto } from '@souk/contracts/orders.dto';

export interface RefundChoice {
  /** Units per item, in the order of the items. */
  quantities: readonly number[];
  shipping: boolean;
  /** As typed. */
  amount: string;
}

/** What would go back, by the API's own rule: goods and shipping bring no more than is left of the part. */
export function refundTotal(
  part: OrderPartDto,
  items: readonly OrderItemDto[],
  { quantities, shipping, amount }: RefundChoice,
): string {
  const goods = items.map((item, index) =>
    worthOfUnits({ ...item, paid: toMinor(item.paid) }, quantities[index] ?? 0),
  );
  const worth = goods.reduce((sum, each) => sum + each, shipping ? toMinor(part.refundableShipping) : 0);
  return formatMinor(Math.min(worth, toMinor(part.refundable)) + (parseMoney(amount.trim()) ?? 0));
}
