import { formatMinor } from '@souk/contracts';
import type { OrderItem } from '../orders/order-item.entity';
import type { OrderPart } from '../orders/order-part.entity';
import type { OrderReturn } from '../orders/order-return.entity';
import type { Order } from '../orders/order.entity';
import type { Product } from '../products/product.entity';
import type { Review } from '../reviews/review.entity';
import type { Store } from '../stores/store.entity';

/**
 * What events tell, under the names that the API's answers have: ids, statuses, amounts and times. No person's
 * name or address, and nothing that others wrote: whoever may read that asks for it, and it can be erased in one place.
 */
export const orderData = ({ id, number, dateOrdered, currency }: Order) => ({
  id,
  number,
  dateOrdered: dateOrdered.toISOString(),
  currency,
});

export const partData = (part: OrderPart, items: OrderItem[]) => ({
  id: part.id,
  store: { id: part.storeId },
  status: part.status,
  carrier: part.carrier,
  trackingNumber: part.trackingNumber,
  subtotal: formatMinor(part.subtotal),
  couponCode: part.couponCode,
  discount: formatMinor(part.discount),
  shipping: formatMinor(part.shipping),
  tax: formatMinor(part.tax),
  taxIncluded: formatMinor(part.taxIncluded),
  total: formatMinor(part.total),
  refundedAmount: formatMinor(part.refundedAmount),
  shippedAt: iso(part.shippedAt),
  deliveredAt: iso(part.deliveredAt),
  cancelledAt: iso(part.cancelledAt),
  items: items.filter(({ partId }) => partId === part.id).map(itemData),
});

const itemData = (item: OrderItem) => ({
  id: item.id,
  productId: item.productId,
  variantId: item.variantId,
  digital: item.digital,
  quantity: item.quantity,
  price: formatMinor(item.price),
  lineTotal: formatMinor(item.price * item.quantity),
  discount: formatMinor(item.discount),
  tax: formatMinor(item.tax),
  refundedQuantity: item.refundedQuantity,
});

export const returnData = ({ id, status, reason, lines, createdAt, endedAt }: OrderReturn) => ({
  id,
  status,
  reason,
  lines,
  createdAt: createdAt.toISOString(),
  endedAt: iso(endedAt),
});

export const productData = (product: Product, store: Store, currency: string, more?: object) => ({
  product: {
    id: product.id,
    store: { id: store.id, name: store.name },
    name: product.name,
    slug: product.slug,
    price: formatMinor(product.price),
    currency,
    stockQuantity: product.stockQuantity,
    digital: product.digital,
    status: product.status,
    createdAt: product.createdAt.toISOString(),
    updatedAt: product.updatedAt.toISOString(),
  },
  ...more,
});

export const storeData = ({ id, name, slug, isOpen, createdAt }: Store) => ({
  store: { id, name, slug, isActive: isOpen, createdAt: createdAt.toISOString() },
});

export const reviewData = ({ id, productId, rating, createdAt }: Review) => ({
  review: { id, productId, rating, createdAt: createdAt.toISOString() },
});

const iso = (time: Date | null) => time?.toISOString() ?? null;
