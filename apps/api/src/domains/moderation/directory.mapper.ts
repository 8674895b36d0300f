import { Injectable } from '@nestjs/common';
import { formatMinor, type ListingStatus } from '@souk/contracts';
import type {
  AdminOrderDto,
  AdminProductDto,
  AdminReviewDto,
  AdminStoreDto,
  AdminUserDto,
  AuditEntryDto,
} from '@souk/contracts/admin.dto';
import { Config } from '../../config/config';
import type { AuditEntry } from '../../platform/audit/audit-entry.entity';
import type { Order } from '../orders/order.entity';
import type { Product } from '../products/product.entity';
import { ProductsQueries } from '../products/products.queries';
import type { Review } from '../reviews/review.entity';
import type { Store } from '../stores/store.entity';
import { toStoreRef } from '../stores/stores.mapper';
import { StoresQueries } from '../stores/stores.queries';
import type { User } from '../users/user.entity';
import { UsersService, type Account } from '../users/users.service';

@Injectable()
export class DirectoryMapper {
  constructor(
    private readonly config: Config,
    private readonly accounts: UsersService,
    private readonly storesQueries: StoresQueries,
    private readonly productsQueries: ProductsQueries,
  ) {}

  async users(users: User[]): Promise<AdminUserDto[]> {
    const accounts = await this.accounts.byIds(users.map(({ id }) => id));
    return users.map(({ id }) => this.user(known(accounts, id)));
  }

  user({ user, profile: { userType } }: Account): AdminUserDto {
    const { id, username, email, isStaff, isActive, createdAt } = user;
    const status = isActive ? 'active' : 'deactivated';
    return { id, username, email, userType, isStaff, status, createdAt: createdAt.toISOString() };
  }

  async stores(stores: Store[]): Promise<AdminStoreDto[]> {
    const vendors = await this.accounts.byIds(stores.map(({ vendorId }) => vendorId));
    return stores.map((store) => ({
      ...toStoreRef(store),
      vendor: userRef(known(vendors, store.vendorId)),
      status: statusOf({ ...store, isActive: store.isActive && !store.vendorDeactivatedAt }),
      productCount: store.productCount,
      commissionRate: store.commissionRate === null ? null : formatMinor(store.commissionRate),
      createdAt: store.createdAt.toISOString(),
    }));
  }

  async store(store: Store): Promise<AdminStoreDto> {
    return only(await this.stores([store]));
  }

  async products(products: Product[]): Promise<AdminProductDto[]> {
    const stores = await this.storesQueries.byIds(products.map(({ storeId }) => storeId));
    return products.map((product) => ({
      id: product.id,
      name: product.name,
      slug: product.slug,
      store: toStoreRef(known(stores, product.storeId)),
      price: formatMinor(product.price),
      currency: this.config.currency,
      status: statusOf(product),
      createdAt: product.createdAt.toISOString(),
    }));
  }

  async product(product: Product): Promise<AdminProductDto> {
    return only(await this.products([product]));
  }

  async orders(orders: Order[]): Promise<AdminOrderDto[]> {
    const customers = await this.accounts.byIds(orders.flatMap(({ customerId }) => customerId ?? []));
    return orders.map((order) => ({
      id: order.id,
      number: order.number,
      customer: order.customerId === null ? null : userRef(known(customers, order.customerId)),
      email: order.email,
      status: order.status,
      paymentStatus: order.paymentStatus,
      totalAmount: formatMinor(order.totalAmount),
      currency: order.currency,
      dateOrdered: order.dateOrdered.toISOString(),
    }));
  }

  async reviews(reviews: Review[]): Promise<AdminReviewDto[]> {
    const authors = await this.accounts.byIds(reviews.map(({ userId }) => userId));
    const products = await this.productsQueries.byIds(reviews.map(({ productId }) => productId));
    return reviews.map(({ id, productId, userId, rating, comment, createdAt }) => ({
      id,
      productId,
      productName: known(products, productId).name,
      user: userRef(known(authors, userId)),
      rating,
      comment,
      createdAt: createdAt.toISOString(),
    }));
  }

  auditEntry(entry: AuditEntry): AuditEntryDto {
    const { id, actorId, actorName, action, subjectType, subjectId, reason, createdAt } = entry;
    const actor = { id: actorId, username: actorName };
    return { id, actor, action, subjectType, subjectId, reason, createdAt: createdAt.toISOString() };
  }
}

const statusOf = ({ isActive, suspendedAt }: Pick<Product, 'isActive' | 'suspendedAt'>): ListingStatus => {
  if (suspendedAt) return 'deactivated';
  return isActive ? 'active' : 'inactive';
};

const userRef = ({ user: { id, username } }: Account) => ({ id, username });

/** Rows are never without their parents. */
function known<T>(rows: ReadonlyMap<number, T>, id: number): T {
  const row = rows.get(id);
  if (!row) throw new Error(`Row ${id} is missing.`);
  return row;
}

function only<T>([dto]: T[]): T {
  if (!dto) throw new Error('One row maps to one.');
  return dto;
}
