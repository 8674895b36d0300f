import { Injectable } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import type { CartItemInput } from '@souk/contracts/cart.dto';
import { IsNull, LessThan, LessThanOrEqual, Or } from 'typeorm';
import { hashSecret, newSecret } from '../../platform/access/secret';
import { Database, isDuplicate } from '../../platform/database/database';
import { NotFound, ValidationFailed } from '../../platform/http/errors';
import { Housekeeping } from '../../platform/jobs/housekeeping';
import type { ProductVariant } from '../products/product.entity';
import { OutOfStock } from '../products/products.errors';
import { ProductsQueries } from '../products/products.queries';
import type { StockLine } from '../products/stock.service';
import { unitsOf } from './cart-pricing';
import { Cart, CartCoupon, CartItem } from './cart.entity';
import { RequestInProgress } from './cart.errors';
import { CartQueries, type CartHolder } from './cart.queries';

/** Twice as long as a payment is waited for; a process that was killed blocks its cart no longer than that. */
const CHECKOUT_MS = 20_000;
/** Of a guest's cart, after it was last changed. */
const KEPT_MS = 90 * 24 * 3600_000;

interface OpenCart {
  cart: Cart;
  holder: CartHolder;
  /** Nothing can be in it yet. */
  isNew: boolean;
}

@Injectable()
export class CartService {
  constructor(
    private readonly database: Database,
    private readonly queries: CartQueries,
    private readonly products: ProductsQueries,
    housekeeping: Housekeeping,
  ) {
    housekeeping.contribute(Cart, () => ({
      userId: IsNull(),
      updatedAt: LessThan(new Date(Date.now() - KEPT_MS)),
      checkoutUntil: Or(IsNull(), LessThan(new Date())),
    }));
  }

  /**
   * The same variant adds up. Makes the cart when there is none.
   * @returns the holder of the cart, whose secret is new when the cart of a guest is
   */
  async add(holder: CartHolder, { productId, variantId, quantity = 1 }: CartItemInput): Promise<CartHolder> {
    const variant = await this.chosenVariant(productId, variantId ?? null);
    return this.database.run(async () => {
      const { cart, holder: owner, isNew } = await this.open(holder);
      const items = isNew ? [] : await this.database.repository(CartItem).findBy({ cartId: cart.id });
      const known = items.find((item) => item.variantId === variant.id);
      if (!known && items.length >= LIMITS.cartLines.max) {
        const reason = `does not fit: a cart has at most ${LIMITS.cartLines.max} different items`;
        throw new ValidationFailed({ productId: [reason] });
      }
      const wanted = quantity + (known?.quantity ?? 0);
      if (wanted > LIMITS.cartQuantity.max) {
        const reason = `must leave at most ${LIMITS.cartQuantity.max} of one item in the cart`;
        throw new ValidationFailed({ quantity: [reason] });
      }
      requireStock(variant.id, wanted, variant.stockQuantity);
      await this.database.repository(CartItem).save({
        ...(known ?? { cartId: cart.id, variantId: variant.id, dateAdded: new Date() }),
        quantity: wanted,
        priceSeen: variant.price,
        cappedFrom: null,
      });
      return owner;
    });
  }

  /** 0 removes the line. The buyer has now seen its price. */
  setQuantity(holder: CartHolder, itemId: number, quantity: number): Promise<void> {
    return this.database.run(async () => {
      const item = await this.findItem(holder, itemId);
      if (quantity === 0) return this.drop(item);
      const sellable = (await this.products.sellables([item.variantId])).get(item.variantId);
      if (!sellable) throw new NotFound('cart item');
      requireStock(item.variantId, quantity, unitsOf(sellable));
      const change = { quantity, priceSeen: sellable.variant.price, cappedFrom: null };
      await this.database.repository(CartItem).update({ id: item.id }, change);
    });
  }

  remove(holder: CartHolder, itemId: number): Promise<void> {
    return this.database.run(async () => this.drop(await this.findItem(holder, itemId)));
  }

  clear(holder: CartHolder): Promise<void> {
    return this.database.run(async () => {
      const cart = await this.lock(holder);
      if (!cart) return;
      await this.database.repository(CartItem).delete({ cartId: cart.id });
      await this.database.repository(CartCoupon).delete({ cartId: cart.id });
    });
  }

  /** Of parallel checkouts of one cart the first runs. @throws RequestInProgress */
  async checkout<T>(id: number, work: () => Promise<T>): Promise<T> {
    const now = Date.now();
    const checkoutUntil = new Date(now + CHECKOUT_MS);
    const isFree = [
      { id, checkoutUntil: IsNull() },
      { id, checkoutUntil: LessThan(new Date(now)) },
    ];
    const { affected } = await this.database
      .repository(Cart)
      .createQueryBuilder()
      .update()
      .set({ checkoutUntil })
      .where(isFree)
      .execute();
    if (affected !== 1) throw new RequestInProgress();
    try {
      return await work();
    } finally {
      await this.database.repository(Cart).update({ id, checkoutUntil }, { checkoutUntil: null });
    }
  }

  /** What was ordered leaves the cart, and its codes; what was added meanwhile stays. */
  takeOut(cartId: number, lines: StockLine[]): Promise<void> {
    return this.database.run(async () => {
      await this.touch(cartId);
      await this.database.repository(CartCoupon).delete({ cartId });
      const items = this.database.repository(CartItem);
      for (const { variantId, quantity } of lines) {
        const { affected } = await items.delete({ cartId, variantId, quantity: LessThanOrEqual(quantity) });
        if (!affected) await items.decrement({ cartId, variantId }, 'quantity', quantity);
      }
    });
  }

  /** The cart, locked until the unit of work ends; made when there is none. */
  async open(holder: CartHolder): Promise<OpenCart> {
    const cart = await this.lock(holder);
    return cart ? { cart, holder, isNew: false } : this.make(holder);
  }

  /** As above; null when there is none. */
  async lock(holder: CartHolder): Promise<Cart | null> {
    const cart = await this.queries.find(holder);
    return cart && (await this.touch(cart.id)) ? cart : null;
  }

  /** Changing the parent first makes whoever else changes this cart wait. @returns whether there is one */
  async touch(cartId: number): Promise<boolean> {
    const { affected } = await this.database
      .repository(Cart)
      .update({ id: cartId }, { updatedAt: new Date() });
    return affected === 1;
  }

  private async make({ userId }: CartHolder): Promise<OpenCart> {
    const secret = userId === null ? newSecret() : null;
    const holder = { userId, secret, keepsSecret: secret !== null };
    const now = new Date();
    const tokenHash = secret && hashSecret(secret);
    const row = { userId, tokenHash, checkoutUntil: null, createdAt: now, updatedAt: now };
    try {
      return { cart: await this.database.repository(Cart).save(row), holder, isNew: true };
    } catch (error) {
      // the same user's first two items at once: the other request has made the cart
      const cart = isDuplicate(error) ? await this.lock(holder) : null;
      if (!cart) throw error;
      return { cart, holder, isNew: false };
    }
  }

  private async findItem(holder: CartHolder, itemId: number): Promise<CartItem> {
    const cart = await this.lock(holder);
    const item =
      cart && (await this.database.repository(CartItem).findOneBy({ id: itemId, cartId: cart.id }));
    if (!item) throw new NotFound('cart item');
    return item;
  }

  private async drop(item: CartItem): Promise<void> {
    await this.database.repository(CartItem).delete({ id: item.id });
  }

  private async chosenVariant(productId: number, variantId: number | null): Promise<ProductVariant> {
    const named = variantId === null ? null : (await this.products.sellables([variantId])).get(variantId);
    if (named?.isAvailable && named.product.id === productId) return named.variant;
    await this.products.findVisible(null, productId);
    const variants = (await this.products.variantsOf([productId])).get(productId) ?? [];
    if (variantId === null && variants.length > 1) {
      throw new ValidationFailed({ variantId: ['is needed: this product comes in several variants'] });
    }
    const variant = variantId === null ? variants[0] : variants.find(({ id }) => id === variantId);
    if (!variant) throw new NotFound('variant');
    return variant;
  }
}

function requireStock(variantId: number, requested: number, available: number): void {
  if (requested > available) throw new OutOfStock(new Map([[variantId, { available, requested }]]));
}
