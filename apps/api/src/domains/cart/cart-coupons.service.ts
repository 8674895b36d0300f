import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database';
import { ValidationFailed } from '../../platform/http/errors';
import { CouponsQueries } from '../coupons/coupons.queries';
import { ProductsQueries } from '../products/products.queries';
import { CartCoupon, CartItem } from './cart.entity';
import type { CartHolder } from './cart.queries';
import { CartService } from './cart.service';

/** The codes in a cart: at most one for each store. Whether they apply is found out whenever it is priced. */
@Injectable()
export class CartCouponsService {
  constructor(
    private readonly database: Database,
    private readonly carts: CartService,
    private readonly products: ProductsQueries,
    private readonly coupons: CouponsQueries,
  ) {}

  /** For every store in the cart that has a coupon by this code. @throws ValidationFailed when none has */
  enter(holder: CartHolder, code: string): Promise<void> {
    return this.database.run(async () => {
      const cart = await this.carts.lock(holder);
      const storeIds = cart ? await this.coupons.storesWith(code, await this.storesIn(cart.id)) : [];
      if (!cart || storeIds.length === 0) {
        throw new ValidationFailed({ code: ['is not a coupon of a store in your cart'] });
      }
      await this.database.repository(CartCoupon).delete({ cartId: cart.id, storeId: In(storeIds) });
      await this.database
        .repository(CartCoupon)
        .insert(storeIds.map((storeId) => ({ cartId: cart.id, storeId, code })));
    });
  }

  /** Of one store, or of all. */
  remove(holder: CartHolder, storeId: number | null): Promise<void> {
    return this.database.run(async () => {
      const cart = await this.carts.lock(holder);
      if (!cart) return;
      const which = storeId === null ? { cartId: cart.id } : { cartId: cart.id, storeId };
      await this.database.repository(CartCoupon).delete(which);
    });
  }

  private async storesIn(cartId: number): Promise<number[]> {
    const items = await this.database.repository(CartItem).findBy({ cartId });
    const sellables = await this.products.sellables(items.map(({ variantId }) => variantId));
    return [...new Set([...sellables.values()].map(({ store }) => store.id))];
  }
}
