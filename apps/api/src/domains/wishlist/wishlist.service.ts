import { Injectable } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import type { PageQuery } from '@souk/contracts/common.dto';
import { Database } from '../../platform/database/database';
import { NotFound, ValidationFailed } from '../../platform/http/errors';
import { page, type Order, type PageOf } from '../../platform/http/pagination';
import { ProductsQueries } from '../products/products.queries';
import { UsersService } from '../users/users.service';
import { Wish } from './wish.entity';

const NEWEST: Order<Wish> = { by: 'wish.id', id: 'wish.id', direction: 'DESC', key: ({ id }) => id };

@Injectable()
export class WishlistService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly products: ProductsQueries,
  ) {}

  /** Newest first. */
  page(userId: number, query: PageQuery): Promise<PageOf<Wish>> {
    return page(this.wishes.createQueryBuilder('wish').where({ userId }), NEWEST, query);
  }

  /** All of them, oldest first. */
  heldOn(userId: number): Promise<Wish[]> {
    return this.wishes.find({ where: { userId }, order: { id: 'ASC' } });
  }

  async productIds(userId: number): Promise<number[]> {
    const wishes = await this.wishes.find({
      where: { userId },
      select: { productId: true },
      order: { id: 'DESC' },
    });
    return wishes.map(({ productId }) => productId);
  }

  /** What is on the list already stays as it was. @throws NotFound @throws ValidationFailed when the list is full */
  add(userId: number, productId: number): Promise<Wish> {
    return this.database.run(async () => {
      await this.users.lock(userId);
      const known = await this.wishes.findOneBy({ userId, productId });
      if (known) return known;
      const { price } = await this.products.findVisible(null, productId);
      const { max } = LIMITS.wishList;
      if ((await this.wishes.countBy({ userId })) >= max) {
        throw new ValidationFailed({
          productId: [`does not fit: ${max} products are kept; remove one first`],
        });
      }
      const wish = { userId, productId, priceSeen: price, dateAdded: new Date() };
      return this.wishes.save(Object.assign(new Wish(), wish));
    });
  }

  /** @throws NotFound when it is not on the list */
  async remove(userId: number, productId: number): Promise<void> {
    const { affected } = await this.database.run(() => this.wishes.delete({ userId, productId }));
    if (affected !== 1) throw new NotFound('product');
  }

  async removeAll(userId: number): Promise<void> {
    await this.wishes.delete({ userId });
  }

  private get wishes() {
    return this.database.repository(Wish);
  }
}
