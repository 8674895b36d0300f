import { Injectable } from '@nestjs/common';
import type { OrderInput } from '@souk/contracts/orders.dto';
import type { Actor } from '../platform/access/actor';
import { CodedError } from '../platform/http/errors';
import { CartCouponsService } from '../domains/cart/cart-coupons.service';
import { CartService } from '../domains/cart/cart.service';
import { CheckoutService } from '../domains/orders/checkout.service';
import type { ProductVariant } from '../domains/products/product.entity';
import { DEMO_USERS, type DemoUser } from './content';
import type { Random } from './pictures/random';

/** Fills a cart and checks out, as everybody does. */
@Injectable()
export class DemoPurchases {
  constructor(
    private readonly carts: CartService,
    private readonly coupons: CartCouponsService,
    private readonly checkout: CheckoutService,
  ) {}

  /** Null when the goods were sold out. */
  async place(buyer: Actor, rng: Random, variants: ProductVariant[]): Promise<number | null> {
    const holder = { userId: buyer.id, secret: null, keepsSecret: false };
    const lines = Array.from({ length: rng.int(1, 5) }, () => rng.pick(variants));
    for (const { id: variantId, productId } of lines) {
      await this.carts
        .add(holder, { productId, variantId, quantity: rng.chance(0.2) ? 2 : 1 })
        .catch(refused);
    }
    // what a store does not know, or a buyer has used, changes nothing
    if (rng.chance(0.3)) await this.coupons.enter(holder, 'WELCOME10').catch(refused);
    const input: OrderInput = {
      shippingAddress: addressOf(buyer),
      payment: { method: 'test', token: 'tok_ok' },
    };
    const placed = await this.checkout.place({ holder, buyer, key: null, input }).catch(refused);
    return placed ? placed.orderId : null;
  }
}

/** "14 Potteries Yard, Asheville, NC 28801" → its fields. */
function addressOf({ username }: Actor) {
  const user = DEMO_USERS.find((each) => each.username === username) as DemoUser;
  const [address = '', city = '', region = ''] = user.address.split(', ');
  const [state = '', ...zipcode] = region.split(' ');
  const country = zipcode.length > 1 ? 'CA' : 'US';
  return {
    name: `${user.firstName} ${user.lastName}`,
    address,
    city,
    state,
    zipcode: zipcode.join(' '),
    country,
  };
}

/** Popular goods run out, in the demo too, and not every store has a coupon. */
function refused(error: unknown): null {
  if (error instanceof CodedError) return null;
  throw error;
}
