import { PART_STATUSES, type OrderStatus, type PartStatus } from '@souk/contracts';

/** Where a part may go from each of its states. Digital goods are delivered without being shipped. */
export const TRANSITIONS: Record<PartStatus, readonly PartStatus[]> = {
  pending: ['shipped', 'delivered', 'cancelled'],
  shipped: ['delivered'],
  delivered: ['returned'],
  returned: [],
  cancelled: [],
};

/** Of these, the ones that a vendor names; delivery before shipping is ours, cancelling and returning have operations of their own. */
export const NEXT_BY_VENDOR: Record<PartStatus, readonly PartStatus[]> = {
  pending: ['shipped'],
  shipped: ['delivered'],
  delivered: [],
  returned: [],
  cancelled: [],
};

/** The list of states runs from the least advanced to cancelled, which counts only when all are. */
export const leastAdvanced = (statuses: readonly PartStatus[]): OrderStatus =>
  PART_STATUSES.find((status) => statuses.includes(status)) ?? 'cancelled';

/** States that come before this one in the list: none of an order's parts is in one of them when the order has it. */
export const lessAdvanced = (status: OrderStatus): PartStatus[] =>
  PART_STATUSES.slice(0, PART_STATUSES.indexOf(status));
