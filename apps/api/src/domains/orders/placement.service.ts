import { Injectable } from '@nestjs/common';
import { formatMinor, toMinor } from '@souk/contracts';
import { countryCode } from '@souk/contracts/countries';
import type { OrderInput, ShippingAddressInput } from '@souk/contracts/orders.dto';
import { Config } from '../../config/config';
import type { MaybeActor } from '../../platform/access/actor';
import { hashSecret } from '../../platform/access/secret';
import { Database } from '../../platform/database/database';
import { ValidationFailed, type FieldProblems } from '../../platform/http/errors';
import type { Cart } from '../cart/cart.entity';
import type { PricedCart, PricedLine, PricedStore } from '../cart/cart-pricing';
import type { Visitor } from '../cart/cart-terms';
import { CartQueries } from '../cart/cart.queries';
import { StockService } from '../products/stock.service';
import { commissionOf } from './commission';
import { differencesIn, hasGone } from './cart-differences';
import { IdempotencyService, type Claim } from './idempotency.service';
import { OrderCoupons, type WrittenPart } from './order-coupons';
import { accessTokenOf, newOrderNumber } from './order-number';
import { Order } from './order.entity';
import { OrderItem } from './order-item.entity';
import { OrderPart } from './order-part.entity';
import { CartChanged, CartEmpty } from './orders.errors';
import { ShippingAddress } from './shipping-address.entity';

/** Turns a cart into an order that waits for its payment. */
@Injectable()
export class PlacementService {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly carts: CartQueries,
    private readonly stock: StockService,
    private readonly coupons: OrderCoupons,
    private readonly keys: IdempotencyService,
  ) {}

  /**
   * Freezes the cart at today's prices and takes the stock.
   * @param claim the idempotency key that finds the order again
   * @throws CartEmpty, ValidationFailed, CartChanged, OutOfStock; nothing is changed then
   */
  reserve(cart: Cart, buyer: MaybeActor, input: OrderInput, claim: Claim | null): Promise<Order> {
    return this.database.run(async () => {
      const visitor = visitorOf(buyer, input);
      const priced = await this.carts.contents(cart, visitor);
      if (priced.lines.length === 0) throw new CartEmpty();
      requireDetails(priced, buyer, input);
      requireUnchanged(priced, expectedTotalOf(input));
      const number = await this.freeNumber();
      // stock first: orders that want the same goods then wait for each other here, and not in a circle
      await this.stock.take(
        priced.lines.map(({ item: { variantId, quantity } }) => ({ variantId, quantity })),
        number,
      );
      const order = await this.writeOrder(number, cart, priced, buyer, input);
      const written: WrittenPart[] = [];
      for (const store of priced.stores) {
        written.push({ priced: store, partId: await this.writePart(order, store, priced.terms.tax.rate) });
      }
      if (!(await this.coupons.take(written, visitor))) {
        throw changed(await this.carts.contents(cart, visitor), priced.total);
      }
      if (priced.shippingRequired && input.shippingAddress) {
        await this.writeAddress(order, input.shippingAddress);
      }
      if (claim) await this.keys.attach(claim, order.id);
      return order;
    });
  }

  /** The secret of an order that a guest placed, whoever's it is by now; null for a user's. */
  async accessTokenOf(orderId: number): Promise<string | null> {
    const { number, accessHash } = await this.database.repository(Order).findOneByOrFail({ id: orderId });
    return accessHash === null ? null : this.guestToken(number);
  }

  hasFailed(orderId: number): Promise<boolean> {
    return this.database.repository(Order).existsBy({ id: orderId, paymentStatus: 'failed' });
  }

  private async writeOrder(
    number: string,
    cart: Cart,
    priced: PricedCart,
    buyer: MaybeActor,
    input: OrderInput,
  ): Promise<Order> {
    const now = Date.now();
    const order = Object.assign(new Order(), {
      number,
      customerId: buyer?.id ?? null,
      email: input.email ?? buyer?.email ?? '',
      accessHash: buyer ? null : hashSecret(this.guestToken(number)),
      cartId: cart.id,
      dateOrdered: new Date(now),
      complete: false,
      transactionId: null,
      paymentStatus: 'pending',
      status: 'pending',
      currency: this.config.currency,
      subtotal: priced.subtotal,
      discountTotal: priced.discountTotal,
      shippingTotal: priced.shippingTotal,
      taxTotal: priced.taxTotal,
      taxIncludedTotal: priced.taxIncludedTotal,
      taxCountry: countryOf(input),
      totalAmount: priced.total,
      refundedAmount: 0,
      shippingRequired: priced.shippingRequired,
      reservedUntil: new Date(now + this.config.reservationMinutes * 60_000),
    });
    return this.database.repository(Order).save(order);
  }

  private async writePart(order: Order, priced: PricedStore, taxRate: number): Promise<number> {
    const { store, lines, subtotal, coupon, discount, shipping, tax, taxIncluded, shippingTax } = priced;
    const part = await this.database.repository(OrderPart).save({
      orderId: order.id,
      storeId: store.id,
      storeName: store.name,
      status: 'pending' as const,
      carrier: null,
      trackingNumber: null,
      subtotal,
      couponCode: discount > 0 ? (coupon?.code ?? null) : null,
      discount,
      shipping,
      tax,
      taxIncluded,
      shippingTax,
      taxRate,
      shippedAt: null,
      deliveredAt: null,
      cancelledAt: null,
      ...commissionOf(priced, store.commissionRate ?? this.config.commissionRate),
    });
    await this.database.repository(OrderItem).insert(lines.map((line) => itemOf(line, order, part.id)));
    return part.id;
  }

  private async writeAddress(
    { id, customerId, dateOrdered }: Order,
    { state, ...address }: ShippingAddressInput,
  ): Promise<void> {
    await this.database
      .repository(ShippingAddress)
      .insert({ ...address, state: state || null, orderId: id, customerId, dateAdded: dateOrdered });
  }

  private guestToken(orderNumber: string): string {
    return accessTokenOf(orderNumber, this.config.jwtSecret);
  }

  private async freeNumber(): Promise<string> {
    for (;;) {
      const number = newOrderNumber();
      if (!(await this.database.repository(Order).existsBy({ number }))) return number;
    }
  }
}

const itemOf = ({ item, sellable, discount, tax }: PricedLine, order: Order, partId: number) => ({
  orderId: order.id,
  partId,
  productId: sellable.product.id,
  variantId: sellable.variant.id,
  name: sellable.product.name,
  options: sellable.variant.options,
  imageKey: sellable.image?.storageKey ?? null,
  imageWidth: sellable.image?.width ?? null,
  digital: sellable.product.digital,
  quantity: item.quantity,
  price: sellable.variant.price,
  discount,
  tax,
  dateAdded: order.dateOrdered,
});

/** What only this cart and this buyer make necessary. */
function requireDetails(cart: PricedCart, buyer: MaybeActor, input: OrderInput): void {
  const { email, shippingAddress, payment } = input;
  const problems: FieldProblems = {};
  if (cart.total > 0 && !payment.token) problems['payment.token'] = ['is needed: the order is not free'];
  if (!buyer && !email) problems.email = ['is needed, so that the order can be confirmed to you'];
  if (cart.shippingRequired && !shippingAddress) {
    problems.shippingAddress = ['is needed: the cart has goods that are shipped'];
  }
  if (cart.terms.tax.mode !== 'none' && shippingAddress && countryCode(shippingAddress.country) === null) {
    problems['shippingAddress.country'] = [
      'must be an ISO 3166-1 code or English name of a country, which decides the tax',
    ];
  }
  if (Object.keys(problems).length > 0) throw new ValidationFailed(problems);
}

/** Where the goods go, or else where the buyer says to live. */
const countryOf = ({ shippingAddress, country }: OrderInput): string | null =>
  shippingAddress ? countryCode(shippingAddress.country) : (country ?? null);

const visitorOf = (buyer: MaybeActor, input: OrderInput): Visitor => ({
  userId: buyer?.id ?? null,
  email: buyer?.email ?? input.email ?? null,
  country: countryOf(input),
});

const expectedTotalOf = ({ expectedTotal }: OrderInput): number | null =>
  expectedTotal === undefined || expectedTotal === null ? null : toMinor(expectedTotal);

/** @throws CartChanged */
function requireUnchanged(cart: PricedCart, expectedTotal: number | null): void {
  if (hasGone(cart) || (expectedTotal !== null && expectedTotal !== cart.total)) {
    throw changed(cart, expectedTotal);
  }
}

const changed = (cart: PricedCart, expectedTotal: number | null) =>
  new CartChanged(formatMinor(cart.total), differencesIn(cart, expectedTotal));
