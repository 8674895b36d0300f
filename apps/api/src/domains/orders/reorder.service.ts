import { Injectable } from '@nestjs/common';
import type { ReorderNotice } from '@souk/contracts/reorder.dto';
import type { Actor } from '../../platform/access/actor';
import { PermissionDenied } from '../../platform/http/errors';
import { CartFillingService, type Filled } from '../cart/cart-filling.service';
import type { CartHolder } from '../cart/cart.queries';
import type { OrderItem } from './order-item.entity';
import { OrdersQueries } from './orders.queries';

/** Buying the same again: what is still sold goes into the cart, at today's prices. */
@Injectable()
export class ReorderService {
  constructor(
    private readonly orders: OrdersQueries,
    private readonly carts: CartFillingService,
  ) {}

  /**
   * @returns what could not be added, or not in full, in the order's sequence
   * @throws NotFound
   * @throws PermissionDenied for others who see the order
   */
  async reorder(actor: Actor, holder: CartHolder, orderId: number): Promise<ReorderNotice[]> {
    const { standing, items } = await this.orders.findVisible({ actor, token: null }, orderId);
    if (!standing.isCustomer) throw new PermissionDenied('Only its customer may order the same again.');
    const filled = await this.carts.fill(holder, unitsByVariant(items));
    const outcomes = new Map(filled.map((each) => [each.wanted.variantId, each]));
    return items.flatMap((item) => noticeOf(item, outcomes.get(item.variantId ?? 0)) ?? []);
  }
}

function unitsByVariant(items: OrderItem[]): { variantId: number; quantity: number }[] {
  const units = new Map<number, number>();
  for (const { variantId, quantity } of items) {
    if (variantId !== null) units.set(variantId, (units.get(variantId) ?? 0) + quantity);
  }
  return [...units].map(([variantId, quantity]) => ({ variantId, quantity }));
}

function noticeOf({ id, name }: OrderItem, filled: Filled | undefined): ReorderNotice | null {
  const about = { itemId: id, details: {} };
  if (!filled || filled.problem === 'gone') {
    return { ...about, code: 'UNAVAILABLE', message: `${name} can no longer be bought.` };
  }
  if (filled.problem === 'sold out') {
    return { ...about, code: 'LOW_STOCK', message: `${name} is sold out.`, details: { available: 0 } };
  }
  if (filled.problem === 'cart full') {
    const message = `${name} does not fit: the cart is full. Check out, then order it.`;
    return { ...about, code: 'CART_FULL', message };
  }
  if (filled.problem === null) return null;
  const { added, wanted } = filled;
  const message =
    added === 0
      ? `${name} was not added: your cart has as many as can be bought.`
      : `${name}: ${added} of ${wanted.quantity} were added, as many as can be bought.`;
  return { ...about, code: 'QUANTITY_CAPPED', message, details: { requested: wanted.quantity, added } };
}
