import type { OrderStatus, PaymentStatus } from '@souk/contracts';
import { leastAdvanced } from './order-status';
import type { OrderRefund } from './order-refund.entity';
import type { Order } from './order.entity';
import type { OrderItem } from './order-item.entity';
import type { OrderPart } from './order-part.entity';
import type { OrderReturn } from './order-return.entity';
import { seesWholeOrder, type Standing } from './orders.policy';
import type { ShippingAddress } from './shipping-address.entity';

/** As much of an order as one reader may see. */
export interface OrderView {
  order: Order;
  parts: OrderPart[];
  /** Of these parts. */
  items: OrderItem[];
  /** Of these parts, oldest first. */
  refunds: OrderRefund[];
  /** Of these parts, oldest first. */
  returns: OrderReturn[];
  address: ShippingAddress | null;
  standing: Standing;
}

/** Money in minor units. */
export interface Share {
  status: OrderStatus;
  paymentStatus: PaymentStatus;
  subtotal: number;
  discount: number;
  shipping: number;
  tax: number;
  taxIncluded: number;
  total: number;
  refunded: number;
  shippingRequired: boolean;
}

/** The whole order for those who see it whole; for a vendor what the own parts add up to. */
export function shareOf({ order, parts, items, standing }: OrderView): Share {
  if (seesWholeOrder(standing)) {
    return {
      status: order.status,
      paymentStatus: order.paymentStatus,
      subtotal: order.subtotal,
      discount: order.discountTotal,
      shipping: order.shippingTotal,
      tax: order.taxTotal,
      taxIncluded: order.taxIncludedTotal,
      total: order.totalAmount,
      refunded: order.refundedAmount,
      shippingRequired: order.shippingRequired,
    };
  }
  const sum = (amount: (part: OrderPart) => number) => parts.reduce((total, part) => total + amount(part), 0);
  const total = sum((part) => part.total);
  const wasPaid = order.complete || order.paymentStatus === 'refunded';
  const refunded = sum((part) => part.refundedAmount);
  return {
    status: leastAdvanced(parts.map((part) => part.status)),
    paymentStatus: wasPaid ? paymentStatus(refunded, total) : order.paymentStatus,
    subtotal: sum((part) => part.subtotal),
    discount: sum((part) => part.discount),
    shipping: sum((part) => part.shipping),
    tax: sum((part) => part.tax),
    taxIncluded: sum((part) => part.taxIncluded),
    total,
    refunded,
    shippingRequired: items.some((item) => !item.digital),
  };
}

function paymentStatus(refunded: number, total: number): PaymentStatus {
  if (refunded === 0) return 'paid';
  return refunded === total ? 'refunded' : 'partially_refunded';
}
