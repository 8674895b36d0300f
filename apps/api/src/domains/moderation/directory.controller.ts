import { Controller, Get, Query } from '@nestjs/common';
import {
  AdminListingQuery,
  AdminOrderPage,
  AdminOrderQuery,
  AdminProductPage,
  AdminReviewPage,
  AdminReviewQuery,
  AdminStorePage,
  AdminUserPage,
  AdminUserQuery,
  AuditPage,
  AuditQuery,
} from '@souk/contracts/admin.dto';
import { Allow } from '../../platform/access/access';
import { AuditLog } from '../../platform/audit/audit-log';
import { DirectoryMapper } from './directory.mapper';
import { DirectoryQueries } from './directory.queries';

@Controller('admin')
@Allow('staff')
export class DirectoryController {
  constructor(
    private readonly queries: DirectoryQueries,
    private readonly mapper: DirectoryMapper,
    private readonly audit: AuditLog,
  ) {}

  /** Every account, newest first. */
  @Get('users')
  async users(@Query() query: AdminUserQuery): Promise<AdminUserPage> {
    const { items, ...rest } = await this.queries.users(query);
    return { ...rest, items: await this.mapper.users(items) };
  }

  /** Every store, newest first. */
  @Get('stores')
  async stores(@Query() query: AdminListingQuery): Promise<AdminStorePage> {
    const { items, ...rest } = await this.queries.stores(query);
    return { ...rest, items: await this.mapper.stores(items) };
  }

  /** Every product, newest first. */
  @Get('products')
  async products(@Query() query: AdminListingQuery): Promise<AdminProductPage> {
    const { items, ...rest } = await this.queries.products(query);
    return { ...rest, items: await this.mapper.products(items) };
  }

  /** Every order, newest first; those with a failed payment too. */
  @Get('orders')
  async orders(@Query() query: AdminOrderQuery): Promise<AdminOrderPage> {
    const { items, ...rest } = await this.queries.orders(query);
    return { ...rest, items: await this.mapper.orders(items) };
  }

  /** Every review, newest first. */
  @Get('reviews')
  async reviews(@Query() query: AdminReviewQuery): Promise<AdminReviewPage> {
    const { items, ...rest } = await this.queries.reviews(query);
    return { ...rest, items: await this.mapper.reviews(items) };
  }

  /** What staff did, newest first. */
  @Get('audit')
  async auditLog(@Query() query: AuditQuery): Promise<AuditPage> {
    const { items, ...rest } = await this.audit.list(query);
    return { ...rest, items: items.map((entry) => this.mapper.auditEntry(entry)) };
  }
}
