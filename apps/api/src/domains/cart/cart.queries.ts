import { Injectable } from '@nestjs/common';
import { hashSecret } from '../../platform/access/secret';
import { Database } from '../../platform/database/database';
import { ProductsQueries } from '../products/products.queries';
import { priceCart, type PricedCart, type Terms } from './cart-pricing';
import { Cart, CartItem } from './cart.entity';
import { TaxRates } from './tax-rates';

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
    private readonly taxes: TaxRates,
  ) {}

  /** Null as long as nothing was put into it. */
  async find({ userId, secret }: CartHolder): Promise<Cart | null> {
    if (userId !== null) return this.database.repository(Cart).findOneBy({ userId });
    if (secret === null) return null;
    return this.database.repository(Cart).findOneBy({ tokenHash: hashSecret(secret) });
  }

  /** The lines at today's prices. @param country ISO 3166-1 code of where the buyer is; null: not known */
  async contents(cart: Cart | null, country: string | null): Promise<PricedCart> {
    const items = cart
      ? await this.database.repository(CartItem).find({ where: { cartId: cart.id }, order: { id: 'ASC' } })
      : [];
    const sellables = await this.products.sellables(items.map(({ variantId }) => variantId));
    return priceCart(items, sellables, this.terms(country));
  }

  /** What a buyer there pays by. */
  terms(country: string | null): Terms {
    const tax = this.taxes.taxFor(country);
    return { tax, isEstimate: country === null && tax.mode !== 'none', discountOf: () => 0 };
  }
}
