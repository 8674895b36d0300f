import { Injectable } from '@nestjs/common';
import type { CartDto } from '@souk/contracts/cart.dto';
import type { MaybeActor } from '../../platform/access/actor';
import { CartMapper } from './cart.mapper';
import { CartQueries, type CartHolder } from './cart.queries';

/** A cart as its holder sees it. */
@Injectable()
export class CartView {
  constructor(
    private readonly queries: CartQueries,
    private readonly mapper: CartMapper,
  ) {}

  /** @param country ISO 3166-1 code of where the buyer is; null: not known */
  async of(holder: CartHolder, actor: MaybeActor, country: string | null = null): Promise<CartDto> {
    const cart = await this.queries.find(holder);
    const token = cart && holder.keepsSecret ? holder.secret : null;
    const visitor = { country, userId: actor?.id ?? null, email: actor?.email ?? null };
    return this.mapper.toDto(await this.queries.contents(cart, visitor), token);
  }
}
