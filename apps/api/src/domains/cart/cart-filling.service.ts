import { Injectable } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import { Database } from '../../platform/database/database';
import { ProductsQueries } from '../products/products.queries';
import type { StockLine } from '../products/stock.service';
import { unitsOf } from './cart-pricing';
import { CartItem } from './cart.entity';
import type { CartHolder } from './cart.queries';
import { CartService } from './cart.service';

/** What became of one wanted line. */
export interface Filled {
  wanted: StockLine;
  /** Units that were added; 0 when none could be. */
  added: number;
  /** Why it were not all; null when it were. */
  problem: 'gone' | 'sold out' | 'short' | 'cart full' | null;
}

/** Puts many things into a cart at once, each as far as it goes. */
@Injectable()
export class CartFillingService {
  constructor(
    private readonly database: Database,
    private readonly carts: CartService,
    private readonly products: ProductsQueries,
  ) {}

  /** Units add up with those that the cart has. @param wanted each variant once */
  fill(holder: CartHolder, wanted: StockLine[]): Promise<Filled[]> {
    return this.database.run(async () => {
      const { cart } = await this.carts.open(holder);
      return this.fillCart(cart.id, wanted);
    });
  }

  /** The same with what has left a cart, which may be gone since. @returns whether any of it is in it again */
  putBack(cartId: number, wanted: StockLine[]): Promise<boolean> {
    return this.database.run(async () => {
      if (!(await this.carts.touch(cartId))) return false;
      const filled = await this.fillCart(cartId, wanted);
      return filled.some(({ added }) => added > 0);
    });
  }

  private async fillCart(cartId: number, wanted: StockLine[]): Promise<Filled[]> {
    const repository = this.database.repository(CartItem);
    const items = await repository.findBy({ cartId });
    const sellables = await this.products.sellables(wanted.map(({ variantId }) => variantId));
    const filled: Filled[] = [];
    for (const line of wanted) {
      const sellable = sellables.get(line.variantId);
      const known = items.find(({ variantId }) => variantId === line.variantId);
      const outcome = roomFor(line, {
        isSold: sellable?.isAvailable ?? false,
        units: sellable ? unitsOf(sellable) : 0,
        inCart: known?.quantity ?? 0,
        hasLine: known !== undefined || items.length < LIMITS.cartLines.max,
      });
      filled.push({ wanted: line, ...outcome });
      if (!sellable || outcome.added === 0) continue;
      const item = await repository.save({
        ...(known ?? { cartId, variantId: line.variantId, dateAdded: new Date() }),
        quantity: (known?.quantity ?? 0) + outcome.added,
        priceSeen: sellable.variant.price,
        cappedFrom: null,
      });
      if (!known) items.push(item as CartItem);
    }
    return filled;
  }
}

interface Room {
  isSold: boolean;
  /** On hand. */
  units: number;
  inCart: number;
  /** The cart has a line for it, or may have one more. */
  hasLine: boolean;
}

function roomFor(
  { quantity }: StockLine,
  { isSold, units, inCart, hasLine }: Room,
): Pick<Filled, 'added' | 'problem'> {
  if (!isSold) return { added: 0, problem: 'gone' };
  if (units === 0) return { added: 0, problem: 'sold out' };
  if (!hasLine) return { added: 0, problem: 'cart full' };
  const added = Math.min(quantity, Math.max(0, Math.min(units, LIMITS.cartQuantity.max) - inCart));
  return { added, problem: added < quantity ? 'short' : null };
}
