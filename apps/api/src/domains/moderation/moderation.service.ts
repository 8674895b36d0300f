import { Injectable } from '@nestjs/common';
import type { AuditAction, AuditSubject } from '@souk/contracts';
import type { Actor } from '../../platform/access/actor';
import { AuditLog } from '../../platform/audit/audit-log';
import { Database } from '../../platform/database/database';
import type { Product } from '../products/product.entity';
import { ProductsService } from '../products/products.service';
import { ReviewsService } from '../reviews/reviews.service';
import type { Store } from '../stores/store.entity';
import { StoresService } from '../stores/stores.service';
import type { Account } from '../users/users.service';
import { AccountsService } from './accounts.service';

/** What somebody of the staff does, to which row, and why. */
interface Act {
  staff: Actor;
  id: number;
  reason: string;
}

/** What staff does to what belongs to others: it is in the audit log, or has not happened. */
@Injectable()
export class ModerationService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly accounts: AccountsService,
    private readonly stores: StoresService,
    private readonly products: ProductsService,
    private readonly reviews: ReviewsService,
  ) {}

  deactivateUser(act: Act): Promise<Account> {
    return this.audited('deactivate', 'user', act, () => this.accounts.deactivate(act.staff, act.id));
  }

  reactivateUser(act: Act): Promise<Account> {
    return this.audited('reactivate', 'user', act, () => this.accounts.reactivate(act.id));
  }

  deactivateStore(act: Act): Promise<Store> {
    return this.audited('deactivate', 'store', act, () => this.stores.suspend(act.staff, act.id));
  }

  reactivateStore(act: Act): Promise<Store> {
    return this.audited('reactivate', 'store', act, () => this.stores.restore(act.staff, act.id));
  }

  deactivateProduct(act: Act): Promise<Product> {
    return this.audited('deactivate', 'product', act, () => this.products.suspend(act.staff, act.id));
  }

  reactivateProduct(act: Act): Promise<Product> {
    return this.audited('reactivate', 'product', act, () => this.products.restore(act.staff, act.id));
  }

  removeReview(act: Act): Promise<void> {
    return this.audited('remove', 'review', act, () => this.reviews.delete(act.id));
  }

  private audited<T>(
    action: AuditAction,
    type: AuditSubject,
    { staff, id, reason }: Act,
    work: () => Promise<T>,
  ): Promise<T> {
    return this.database.run(async () => {
      const result = await work();
      await this.audit.record(staff, action, { type, id }, reason);
      return result;
    });
  }
}
