import { Injectable } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import { hashSecret } from '../../platform/access/secret';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { ProductsQueries } from '../products/products.queries';
import { unitsOf } from './cart-pricing';
import { Cart, CartCoupon, CartItem } from './cart.entity';
import { CartsMerged, CheckoutJoined } from './cart.events';
import { CartService } from './cart.service';

/** What a guest has chosen moves along when the guest signs in. */
@Injectable()
export class CartMergeService {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly carts: CartService,
    private readonly products: ProductsQueries,
  ) {}

  /** False: not now, because the guest's cart is being checked out. */
  merge(userId: number, secret: string): Promise<boolean> {
    return this.database.run(async () => {
      const tokenHash = hashSecret(secret);
      const guest = await this.database
        .locked(this.database.repository(Cart).createQueryBuilder('cart').where({ tokenHash }))
        .getOne();
      if (!guest) return true;
      if (guest.checkoutUntil && guest.checkoutUntil > new Date()) {
        await this.events.publish(new CheckoutJoined(guest.id, userId));
        return false;
      }
      const { cart } = await this.carts.open({ userId, secret: null, keepsSecret: false });
      await this.move(guest, cart);
      await this.moveCodes(guest, cart);
      await this.database.repository(CartItem).delete({ cartId: guest.id });
      await this.database.repository(Cart).delete({ id: guest.id });
      await this.events.publish(new CartsMerged(guest.id, cart.id, userId));
      return true;
    });
  }

  /** A code that the user has entered for a store goes before the guest's. */
  private async moveCodes(guest: Cart, cart: Cart): Promise<void> {
    const repository = this.database.repository(CartCoupon);
    const kept = await repository.findBy({ cartId: cart.id });
    for (const code of await repository.findBy({ cartId: guest.id })) {
      if (kept.some(({ storeId }) => storeId === code.storeId)) await repository.delete({ id: code.id });
      else await repository.update({ id: code.id }, { cartId: cart.id });
    }
  }

  private async move(guest: Cart, cart: Cart): Promise<void> {
    const repository = this.database.repository(CartItem);
    const moved = await repository.find({ where: { cartId: guest.id }, order: { id: 'ASC' } });
    const kept = await repository.findBy({ cartId: cart.id });
    const sellables = await this.products.sellables(moved.map(({ variantId }) => variantId));
    for (const { variantId, quantity, priceSeen, cappedFrom, dateAdded } of moved) {
      const sellable = sellables.get(variantId);
      const known = kept.find((item) => item.variantId === variantId);
      const wanted = quantity + (known?.quantity ?? 0);
      const capped = Math.min(wanted, cap(sellable ? unitsOf(sellable) : 0));
      await repository.save({
        ...(known ?? { cartId: cart.id, variantId, priceSeen, dateAdded }),
        quantity: capped,
        cappedFrom: capped < wanted ? wanted : (known?.cappedFrom ?? cappedFrom),
      });
    }
  }
}

/** A line that is sold out stays, so that its notice can tell. */
const cap = (units: number) => Math.min(Math.max(units, 1), LIMITS.cartQuantity.max);
