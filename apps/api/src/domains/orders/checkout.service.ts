import { Injectable } from '@nestjs/common';
import type { OrderInput } from '@souk/contracts/orders.dto';
import type { MaybeActor } from '../../platform/access/actor';
import { CodedError, ValidationFailed } from '../../platform/http/errors';
import type { Cart } from '../cart/cart.entity';
import { CartQueries, type CartHolder } from '../cart/cart.queries';
import { CartService } from '../cart/cart.service';
import { PaymentsService } from '../payments/payments.service';
import { IdempotencyService, type Claim } from './idempotency.service';
import { CartEmpty, PaymentDeclined } from './orders.errors';
import { PlacementService } from './placement.service';
import { subjectOf } from './refunding';
import { SettlementService } from './settlement.service';

export interface Checkout {
  holder: CartHolder;
  /** Null for guests. */
  buyer: MaybeActor;
  /** The client's Idempotency-Key, if it sent one. */
  key: string | null;
  input: OrderInput;
}

export interface PlacedOrder {
  orderId: number;
  /** Opens an order that was placed without an account; null for others. */
  accessToken: string | null;
}

@Injectable()
export class CheckoutService {
  constructor(
    private readonly queries: CartQueries,
    private readonly carts: CartService,
    private readonly payments: PaymentsService,
    private readonly placement: PlacementService,
    private readonly settlement: SettlementService,
    private readonly keys: IdempotencyService,
  ) {}

  /**
   * Reserve, pay, settle. A request that is refused or declined frees its key: sent again, it tries again.
   * A request that is repeated gets the same order.
   */
  async place(checkout: Checkout): Promise<PlacedOrder> {
    this.requirePayable(checkout.input);
    const orderId = await this.once(checkout);
    return { orderId, accessToken: await this.placement.accessTokenOf(orderId) };
  }

  private async once({ holder, buyer, key, input }: Checkout): Promise<number> {
    const cart = await this.queries.find(holder);
    if (!cart) return this.withoutCart(buyer, key, input);
    if (key === null) return this.attempt(cart, buyer, input, null);

    const claim = await this.keys.claim(buyer, cart.id, key, input);
    if (claim.orderId !== null) return this.repeated(claim.orderId);
    try {
      const orderId = await this.attempt(cart, buyer, input, claim);
      await this.keys.finish(claim.id);
      return orderId;
    } catch (error) {
      // after anything else the order may exist: the key stays, and a repeated request finds out
      if (error instanceof CodedError) await this.keys.release(claim);
      throw error;
    }
  }

  /** Who never put anything into a cart may have ordered as a guest a moment ago. */
  private async withoutCart(buyer: MaybeActor, key: string | null, input: OrderInput): Promise<number> {
    const orderId = buyer && key !== null ? await this.keys.placedBy(buyer, key, input) : null;
    if (orderId === null) throw new CartEmpty();
    return this.repeated(orderId);
  }

  /** The first answer stays: whoever was told of an order that was not paid in the end, never gets a second one. */
  private async repeated(orderId: number): Promise<number> {
    if (await this.placement.hasFailed(orderId)) throw new PaymentDeclined();
    return orderId;
  }

  private attempt(cart: Cart, buyer: MaybeActor, input: OrderInput, claim: Claim | null): Promise<number> {
    return this.carts.checkout(cart.id, async () => {
      const { id, totalAmount, currency } = await this.placement.reserve(cart, buyer, input, claim);
      const { method, token } = input.payment;
      const charge = { subject: subjectOf(id), amount: totalAmount, currency, method, token: token ?? null };
      const result = await this.payments.charge(charge);
      // what the gateway has decided has reached the order with its record; and a buyer who is asked once more may
      // still say no, so the cart stays as it is
      const isWaiting = result.status === 'pending' && !result.actionSecret;
      if (isWaiting || totalAmount === 0) await this.settlement.settle(id, result);
      if (result.status === 'failed') throw new PaymentDeclined();
      return id;
    });
  }

  private requirePayable({ payment: { method, token } }: OrderInput): void {
    const problems = Object.entries(this.payments.problemsOf({ method, token: token ?? null }));
    if (problems.length === 0) return;
    throw new ValidationFailed(
      Object.fromEntries(problems.map(([field, reasons]) => [`payment.${field}`, reasons])),
    );
  }
}
