import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { OwnData } from '../users/own-data';
import { UserErased } from '../users/users.events';
import { Cart, CartItem } from './cart.entity';
import { RequestInProgress } from './cart.errors';
import { CartMapper } from './cart.mapper';
import { CartQueries } from './cart.queries';

@Injectable()
export class CartOwnData {
  constructor(
    private readonly database: Database,
    queries: CartQueries,
    mapper: CartMapper,
    ownData: OwnData,
    events: Events,
  ) {
    ownData.contribute('cart', async ({ id: userId }) => {
      const cart = await queries.find({ userId, secret: null, keepsSecret: false });
      return mapper.toDto(await queries.contents(cart, { country: null, userId, email: null }), null);
    });
    events.during(UserErased, ({ userId }) => this.erase(userId));
  }

  /** Never under a checkout, which would write an order with the buyer's address afterwards. @throws RequestInProgress */
  private async erase(userId: number): Promise<void> {
    const carts = this.database.repository(Cart).createQueryBuilder('cart').where({ userId });
    const cart = await this.database.locked(carts).getOne();
    if (!cart) return;
    if (cart.checkoutUntil && cart.checkoutUntil > new Date()) throw new RequestInProgress();
    await this.database.repository(CartItem).delete({ cartId: cart.id });
    await this.database.repository(Cart).delete({ id: cart.id });
  }
}
