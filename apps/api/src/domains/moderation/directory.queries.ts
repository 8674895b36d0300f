import { Injectable } from '@nestjs/common';
import type { ListingStatus } from '@souk/contracts';
import type {
  AdminListingQuery,
  AdminOrderQuery,
  AdminReviewQuery,
  AdminUserQuery,
} from '@souk/contracts/admin.dto';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { Database } from '../../platform/database/database';
import { likeWords } from '../../platform/database/like';
import { page, type PageOf, type PageRequest } from '../../platform/http/pagination';
import { Order } from '../orders/order.entity';
import { Product } from '../products/product.entity';
import { Review } from '../reviews/review.entity';
import { Store } from '../stores/store.entity';
import { User } from '../users/user.entity';

/** Everything there is, newest first, hidden things too. What is deleted or erased is gone for staff as well. */
@Injectable()
export class DirectoryQueries {
  constructor(private readonly database: Database) {}

  users({ search, status, ...request }: AdminUserQuery): Promise<PageOf<User>> {
    const users = this.all(User).where('row.erasedAt IS NULL');
    if (status) users.andWhere('row.isActive = :active', { active: status === 'active' });
    return newest(found(users, search, 'username', 'email'), request);
  }

  stores({ search, status, ...request }: AdminListingQuery): Promise<PageOf<Store>> {
    const stores = this.all(Store).where('row.deletedAt IS NULL');
    return newest(found(inStatus(stores, STORE_CONDITIONS, status), search, 'name'), request);
  }

  products({ search, status, ...request }: AdminListingQuery): Promise<PageOf<Product>> {
    const products = this.all(Product)
      .innerJoin('row.store', 'store')
      .where('row.deletedAt IS NULL AND store.deletedAt IS NULL');
    return newest(found(inStatus(products, CONDITIONS, status), search, 'name'), request);
  }

  orders({ search, status, returnsWaiting, ...request }: AdminOrderQuery): Promise<PageOf<Order>> {
    const orders = this.all(Order);
    if (status) orders.andWhere('row.status = :status', { status });
    if (returnsWaiting !== undefined)
      orders.andWhere(`row.id ${returnsWaiting ? 'IN' : 'NOT IN'} (${WITH_WAITING_RETURN})`);
    return newest(found(orders, search, 'number', 'email'), request);
  }

  reviews({ search, rating, ...request }: AdminReviewQuery): Promise<PageOf<Review>> {
    const reviews = this.all(Review);
    if (rating) reviews.andWhere('row.rating = :rating', { rating });
    return newest(found(reviews, search, 'comment'), request);
  }

  private all<T extends ObjectLiteral>(entity: new () => T): SelectQueryBuilder<T> {
    return this.database.repository(entity).createQueryBuilder('row');
  }
}

const WITH_WAITING_RETURN = `SELECT asked.order_id FROM order_returns asked WHERE asked.status = 'requested'`;

const CONDITIONS: Record<ListingStatus, string> = {
  active: 'row.suspendedAt IS NULL AND row.isActive = :active',
  inactive: 'row.suspendedAt IS NULL AND row.isActive <> :active',
  deactivated: 'row.suspendedAt IS NOT NULL',
};

/** A store whose vendor is kept out is as good as closed by its vendor. */
const STORE_CONDITIONS: typeof CONDITIONS = {
  ...CONDITIONS,
  active: `${CONDITIONS.active} AND row.vendorDeactivatedAt IS NULL`,
  inactive: 'row.suspendedAt IS NULL AND (row.isActive <> :active OR row.vendorDeactivatedAt IS NOT NULL)',
};

const inStatus = <T extends ObjectLiteral>(
  rows: SelectQueryBuilder<T>,
  conditions: typeof CONDITIONS,
  status?: ListingStatus,
) => (status ? rows.andWhere(conditions[status], { active: true }) : rows);

/** Every word in one of the fields. */
function found<T extends ObjectLiteral>(
  rows: SelectQueryBuilder<T>,
  search = '',
  ...fields: (keyof T & string)[]
): SelectQueryBuilder<T> {
  likeWords(search).forEach((word, index) => {
    const name = `word${index}`;
    const condition = fields.map((field) => `row.${field} LIKE :${name} ESCAPE '!'`).join(' OR ');
    rows.andWhere(`(${condition})`, { [name]: word });
  });
  return rows;
}

const newest = <T extends { id: number }>(rows: SelectQueryBuilder<T>, request: PageRequest) =>
  page(rows, { by: 'row.id', id: 'row.id', direction: 'DESC', key: ({ id }) => id }, request);
