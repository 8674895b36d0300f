import type { PartStatus } from '@souk/contracts';
import type { Order } from './order.entity';
import type { OrderItem } from './order-item.entity';
import type { OrderPart } from './order-part.entity';
import type { OrderReturn } from './order-return.entity';
import { NEXT_BY_VENDOR } from './order-status';

/** How somebody stands to one order. */
export interface Standing {
  /** Bought it: as a user, or as the guest who holds its secret. */
  isCustomer: boolean;
  isStaff: boolean;
  /** Stores of one's own. */
  storeIds: ReadonlySet<number>;
}

export const seesWholeOrder = ({ isCustomer, isStaff }: Standing): boolean => isCustomer || isStaff;

/** An order that was never paid is no business of its vendors. */
export const canSeePart = (standing: Standing, order: Order, part: OrderPart): boolean =>
  seesWholeOrder(standing) || (order.paymentStatus !== 'failed' && sellsPart(standing, part));

export const sellsPart = ({ storeIds }: Standing, { storeId }: OrderPart): boolean => storeIds.has(storeId);

/** Whether it is theirs to cancel at all; its state decides whether it still can be. */
export const mayCancelPart = (standing: Standing, part: OrderPart): boolean =>
  standing.isCustomer || sellsPart(standing, part);

export const canCancelPart = (standing: Standing, part: OrderPart): boolean =>
  mayCancelPart(standing, part) && part.status === 'pending';

/** Whether the payment is theirs to go on with. */
export const mayPay = (standing: Standing): boolean => standing.isCustomer;

/** States that they may move the part to now. */
export const nextStates = (standing: Standing, order: Order, part: OrderPart): PartStatus[] =>
  sellsPart(standing, part) && order.complete ? [...NEXT_BY_VENDOR[part.status]] : [];

/** Whether it is theirs to give back money for it at all, and so to answer what its buyer wants to return. */
export const mayRefundPart = (standing: Standing, part: OrderPart): boolean =>
  standing.isStaff || sellsPart(standing, part);

/** @param items of the part: units that were free, or paid back without them, can go back as well */
export const canRefundPart = (
  standing: Standing,
  { complete }: Order,
  part: OrderPart,
  items: readonly OrderItem[],
): boolean =>
  mayRefundPart(standing, part) &&
  complete &&
  part.status !== 'cancelled' &&
  (part.refundable > 0 || items.some(({ unitsLeft }) => unitsLeft > 0));

/** @param returnDays after the delivery; what of it can go back is a question of the items */
export const canReturnPart = (
  { isCustomer }: Standing,
  { complete }: Order,
  part: OrderPart,
  returnDays: number,
): boolean => {
  const until = part.returnableUntil(returnDays);
  return isCustomer && complete && part.status === 'delivered' && until !== null && new Date() <= until;
};

export const canAnswerReturn = (standing: Standing, part: OrderPart, { status }: OrderReturn): boolean =>
  mayRefundPart(standing, part) && status === 'requested';

export const canWithdrawReturn = ({ isCustomer }: Standing, { status }: OrderReturn): boolean =>
  isCustomer && status === 'requested';
