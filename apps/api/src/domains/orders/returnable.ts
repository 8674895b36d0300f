import { LIMITS } from '@souk/contracts';
import type { OrderItem } from './order-item.entity';
import type { OrderReturn } from './order-return.entity';

/** Units of an item whose return can still be asked for. */
export function returnableUnits(item: OrderItem, returns: readonly OrderReturn[]): number {
  if (item.digital) return 0;
  const asked = returns
    .filter(({ status }) => status === 'requested')
    .flatMap(({ lines }) => lines)
    .filter(({ itemId }) => itemId === item.id)
    .reduce((sum, { quantity }) => sum + quantity, 0);
  // what was refunded meanwhile may be among them
  return Math.max(0, item.unitsLeft - asked);
}

/** One at a time, and not without end: whoever still disagrees then writes to each other. @param returns of a part */
export const canAskAgain = (returns: readonly OrderReturn[]): boolean =>
  !isWaiting(returns) && !isUsedUp(returns);

export const isWaiting = (returns: readonly OrderReturn[]): boolean =>
  returns.some(({ status }) => status === 'requested');

export const isUsedUp = ({ length }: readonly OrderReturn[]): boolean => length >= LIMITS.returnsPerPart.max;
