import { Injectable } from '@nestjs/common';
import { formatMinor } from '@souk/contracts';
import type {
  OrderDto,
  OrderItemDto,
  OrderPage,
  OrderPartDto,
  ShippingAddressDto,
} from '@souk/contracts/orders.dto';
import type { PaymentActionDto } from '@souk/contracts/payments.dto';
import type { RefundDto } from '@souk/contracts/refunds.dto';
import type { ReturnDto } from '@souk/contracts/returns.dto';
import { Config } from '../../config/config';
import type { PageOf } from '../../platform/http/pagination';
import { Pictures } from '../../platform/storage/pictures';
import { PaymentsService } from '../payments/payments.service';
import type { Product } from '../products/product.entity';
import { ProductsQueries } from '../products/products.queries';
import { UsersService } from '../users/users.service';
import { shareOf, type OrderView } from './order-view';
import type { OrderRefund } from './order-refund.entity';
import type { OrderItem } from './order-item.entity';
import type { OrderPart } from './order-part.entity';
import type { OrderReturn } from './order-return.entity';
import {
  canAnswerReturn,
  canCancelPart,
  canRefundPart,
  canReturnPart,
  canWithdrawReturn,
  mayPay,
  nextStates,
  type Standing,
} from './orders.policy';
import { subjectOf } from './refunding';
import { canAskAgain, returnableUnits } from './returnable';
import type { ShippingAddress } from './shipping-address.entity';

const THUMBNAIL_WIDTH = 400;

@Injectable()
export class OrdersMapper {
  constructor(
    private readonly config: Config,
    private readonly users: UsersService,
    private readonly products: ProductsQueries,
    private readonly pictures: Pictures,
    private readonly payments: PaymentsService,
  ) {}

  async toPage({ items, total, nextCursor }: PageOf<OrderView>): Promise<OrderPage> {
    return { items: await this.toDtos(items), total, nextCursor };
  }

  /** @param accessToken the guest's secret, in the answer to placing the order */
  async toDto(view: OrderView, accessToken: string | null = null): Promise<OrderDto> {
    const [dto] = await this.toDtos([view]);
    if (!dto) throw new Error('An order maps to an order.');
    return { ...dto, accessToken, paymentAction: await this.actionFor(view) };
  }

  private async actionFor({ order, standing }: OrderView): Promise<PaymentActionDto | null> {
    const isOpen = order.paymentStatus === 'pending' && order.status !== 'cancelled';
    if (!isOpen || !mayPay(standing)) return null;
    return this.payments.actionOf(subjectOf(order.id));
  }

  async toDtos(views: OrderView[]): Promise<OrderDto[]> {
    const products = await this.products.byIds(
      views.flatMap(({ items }) => items.map((item) => item.productId)),
    );
    const customers = await this.users.byIds(views.flatMap(({ order: { customerId } }) => customerId ?? []));
    return views.map((view) => {
      const { order, parts, items, address } = view;
      const { returnDays } = this.config;
      const share = shareOf(view);
      const customer = order.customerId === null ? undefined : customers.get(order.customerId);
      return {
        id: order.id,
        number: order.number,
        customer: customer ? { id: customer.user.id, username: customer.user.username } : null,
        email: order.email,
        dateOrdered: order.dateOrdered.toISOString(),
        complete: order.complete,
        transactionId: order.transactionId,
        paymentStatus: share.paymentStatus,
        paymentAction: null,
        status: share.status,
        currency: order.currency,
        subtotal: formatMinor(share.subtotal),
        discountTotal: formatMinor(share.discount),
        shippingTotal: formatMinor(share.shipping),
        taxTotal: formatMinor(share.tax),
        taxIncludedTotal: formatMinor(share.taxIncluded),
        taxCountry: order.taxCountry,
        totalAmount: formatMinor(share.total),
        refundedAmount: formatMinor(share.refunded),
        shippingRequired: share.shippingRequired,
        shippingAddress: address && share.shippingRequired ? toAddress(address) : null,
        items: items.map((item) => this.toItem(item, view, products.get(item.productId))),
        parts: parts.map((part) => toPart(part, view, returnDays)),
        accessToken: null,
      };
    });
  }

  private toItem(item: OrderItem, { parts, returns }: OrderView, product: Product | undefined): OrderItemDto {
    const part = parts.find(({ id }) => id === item.partId);
    const isGone = !product || product.deletedAt !== null;
    const { imageKey, imageWidth } = item;
    return {
      id: item.id,
      productId: isGone ? null : item.productId,
      variantId: isGone ? null : item.variantId,
      storeId: part?.storeId ?? 0,
      name: item.name,
      options: item.options,
      imageUrl:
        imageKey && imageWidth ? this.pictures.urlOf(`${imageKey}-${imageWidth}`, THUMBNAIL_WIDTH) : null,
      digital: item.digital,
      quantity: item.quantity,
      price: formatMinor(item.price),
      lineTotal: formatMinor(item.price * item.quantity),
      discount: formatMinor(item.discount),
      tax: formatMinor(item.tax),
      paid: formatMinor(part ? item.paidIn(part) : 0),
      refundedQuantity: item.refundedQuantity,
      refundedAmount: formatMinor(item.refundedAmount),
      returnableQuantity: returnableUnits(item, returns),
      dateAdded: item.dateAdded.toISOString(),
    };
  }
}

const toPart = (part: OrderPart, view: OrderView, returnDays: number): OrderPartDto => {
  const { order, standing, refunds, items, returns } = view;
  const ofPart = ({ partId }: { partId: number }) => partId === part.id;
  const mayReturn = items.some((item) => ofPart(item) && returnableUnits(item, returns) > 0);
  return {
    id: part.id,
    store: { id: part.storeId, name: part.storeName },
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
    refundable: formatMinor(part.refundable),
    refundableShipping: formatMinor(part.refundableShipping),
    refunds: refunds.filter(ofPart).map(toRefund),
    returns: returns.filter(ofPart).map((asked) => toReturn(asked, part, standing)),
    shippedAt: part.shippedAt?.toISOString() ?? null,
    deliveredAt: part.deliveredAt?.toISOString() ?? null,
    returnableUntil: part.returnableUntil(returnDays)?.toISOString() ?? null,
    cancelledAt: part.cancelledAt?.toISOString() ?? null,
    permissions: {
      cancel: canCancelPart(standing, part),
      next: nextStates(standing, order, part),
      refund: canRefundPart(standing, order, part, items.filter(ofPart)),
      return:
        mayReturn && canReturnPart(standing, order, part, returnDays) && canAskAgain(returns.filter(ofPart)),
    },
  };
};

const toRefund = ({ id, amount, shipping, reason, actor, items, createdAt }: OrderRefund): RefundDto => ({
  id,
  amount: formatMinor(amount),
  shipping: formatMinor(shipping),
  reason,
  by: actor,
  lines: items.map((line) => ({ ...line, amount: formatMinor(line.amount) })),
  createdAt: createdAt.toISOString(),
});

const toReturn = (asked: OrderReturn, part: OrderPart, standing: Standing): ReturnDto => ({
  id: asked.id,
  status: asked.status,
  reason: asked.reason,
  note: asked.note,
  lines: asked.lines,
  answer: asked.answer,
  createdAt: asked.createdAt.toISOString(),
  endedAt: asked.endedAt?.toISOString() ?? null,
  permissions: {
    answer: canAnswerReturn(standing, part, asked),
    withdraw: canWithdrawReturn(standing, asked),
  },
});

const toAddress = ({
  name,
  address,
  city,
  state,
  zipcode,
  country,
}: ShippingAddress): ShippingAddressDto => ({ name, address, city, state, zipcode, country });
