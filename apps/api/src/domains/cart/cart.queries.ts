import { Injectable } from '@nestjs/common';
import { hashSecret } from '../../platform/access/secret';
import { Database } from '../../platform/database/database';
import { ProductsQueries } from '../products/products.queries';
import { priceCart, type PricedCart } from './cart-pricing';
import { CartTerms, type Visitor } from './cart-terms';
import { Cart, CartItem } from './cart.entity';

/** Whose cart a request is about. */
export interface CartHolder {
  /** Null for guests. */
  userId: number | null;
  /** What a guest has shown; null for users, and for guests who have none yet. */
  secret: string | null;
  /** The client keeps the secret itself, so answers repeat it. */
  keepsSecret: boolean;
}

@Injectable()
export class CartQueries {
  constructor(
    private readonly database: Database,
    private readonly products: ProductsQueries,
    private readonly terms: CartTerms,
  ) {}

  /** Null as long as nothing was put into it. */
  async find({ userId, secret }: CartHolder): Promise<Cart | null> {
    if (userId !== null) return this.database.repository(Cart).findOneBy({ userId });
    if (secret === null) return null;
    return this.database.repository(Cart).findOneBy({ tokenHash: hashSecret(secret) });
  }

  /** The lines at today's prices, for this visitor. */
  async contents(cart: Cart | null, visitor: Visitor): Promise<PricedCart> {
    const items = cart
      ? await this.database.repository(CartItem).find({ where: { cartId: cart.id }, order: { id: 'ASC' } })
      : [];
    const sellables = await this.products.sellables(items.map(({ variantId }) => variantId));
    return priceCart(
      items,
      sellables,
      await this.terms.of(items.length > 0 && cart ? cart.id : null, visitor),
    );
  }
}
