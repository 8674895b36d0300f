import { Injectable } from '@nestjs/common';
import { formatMinor } from '@souk/contracts';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { PayoutEnded } from '../ledger/ledger.events';
import { Payout } from '../ledger/payout.entity';
import { Import } from '../products/import.entity';
import { ImportFinished } from '../products/imports.events';
import { ProductVariant, type Product } from '../products/product.entity';
import { StockLow } from '../products/products.events';
import { ProductsQueries } from '../products/products.queries';
import { Review } from '../reviews/review.entity';
import { ReviewPosted, ReviewReplied } from '../reviews/reviews.events';
import { AnnouncementFailed } from '../social/social.events';
import type { Store } from '../stores/store.entity';
import { StoresQueries } from '../stores/stores.queries';
import { WebhookEndpoint } from '../webhooks/webhook-endpoint.entity';
import { WebhookDisabled } from '../webhooks/webhooks.events';
import { NotificationsService } from './notifications.service';

/** Tells vendors of what happens to their stores, reviewers of answers, and integrators of their webhooks. */
@Injectable()
export class ShopNews {
  constructor(
    events: Events,
    private readonly database: Database,
    private readonly stores: StoresQueries,
    private readonly products: ProductsQueries,
    private readonly notifications: NotificationsService,
  ) {
    events.on(StockLow, 'notifications', (fact, eventId) => this.runningOut(eventId, fact));
    events.on(ReviewPosted, 'notifications', ({ reviewId }, eventId) => this.reviewed(eventId, reviewId));
    events.on(ReviewReplied, 'notifications', ({ reviewId }, eventId) => this.replied(eventId, reviewId));
    events.on(PayoutEnded, 'notifications', ({ payoutId }, eventId) => this.paidOut(eventId, payoutId));
    events.on(ImportFinished, 'notifications', ({ importId }, eventId) => this.imported(eventId, importId));
    events.on(AnnouncementFailed, 'notifications', (fact, eventId) => this.notPosted(eventId, fact));
    events.on(WebhookDisabled, 'notifications', (fact, eventId) => this.switchedOff(eventId, fact));
  }

  private async runningOut(eventId: number, { productId, variantId, left }: StockLow): Promise<void> {
    const found = await this.product(productId);
    const variant = await this.database.repository(ProductVariant).findOneBy({ id: variantId });
    if (!found || !variant) return;
    const data = { ...ofProduct(found.product), options: variant.options, left };
    await this.notifications.tell(eventId, { userId: found.store.vendorId, kind: 'low_stock', data });
  }

  /** A review may have gone before anybody is told of it. */
  private async reviewed(eventId: number, reviewId: number): Promise<void> {
    const review = await this.database.repository(Review).findOneBy({ id: reviewId });
    const found = review && (await this.product(review.productId));
    if (!found) return;
    const { store, product } = found;
    const data = { ...ofProduct(product), reviewId, rating: review.rating };
    await this.notifications.tell(eventId, { userId: store.vendorId, kind: 'review_received', data });
  }

  private async replied(eventId: number, reviewId: number): Promise<void> {
    const review = await this.database.repository(Review).findOneBy({ id: reviewId });
    const found = review && (await this.product(review.productId));
    if (!found) return;
    const data = { ...ofProduct(found.product), reviewId, storeName: found.store.name };
    await this.notifications.tell(eventId, { userId: review.userId, kind: 'review_replied', data });
  }

  private async paidOut(eventId: number, payoutId: number): Promise<void> {
    const { storeId, status, amount, currency } = await this.database
      .repository(Payout)
      .findOneByOrFail({ id: payoutId });
    if (status === 'pending') return;
    await this.toVendorOf(storeId, ({ vendorId: userId, name: storeName }) => {
      const data = { payoutId, storeName, status, amount: formatMinor(amount), currency };
      return this.notifications.tell(eventId, { userId, kind: 'payout', data });
    });
  }

  /** Whoever only tries a file waits for what it says. */
  private async imported(eventId: number, importId: number): Promise<void> {
    const job = await this.database.repository(Import).findOneBy({ id: importId });
    if (!job || job.dryRun) return;
    const { storeId, fileName } = job;
    const status = job.status === 'failed' ? 'failed' : 'done';
    const data = { importId, storeId, fileName, status } as const;
    await this.toVendorOf(storeId, ({ vendorId: userId }) =>
      this.notifications.tell(eventId, { userId, kind: 'import_finished', data }),
    );
  }

  private async notPosted(
    eventId: number,
    { subject, subjectId, storeId }: AnnouncementFailed,
  ): Promise<void> {
    const product = subject === 'product' ? (await this.products.byIds([subjectId])).get(subjectId) : null;
    await this.toVendorOf(storeId, ({ vendorId: userId, name }) => {
      const data = { subject, subjectId, name: product?.name ?? name };
      return this.notifications.tell(eventId, { userId, kind: 'post_failed', data });
    });
  }

  /** Its address may hold a secret, the host does not. */
  private async switchedOff(eventId: number, { endpointId, userId }: WebhookDisabled): Promise<void> {
    const endpoint = await this.database.repository(WebhookEndpoint).findOneBy({ id: endpointId });
    if (!endpoint) return;
    const data = { webhookId: endpointId, host: new URL(endpoint.url).host };
    await this.notifications.tell(eventId, { userId, kind: 'webhook_disabled', data });
  }

  private async product(id: number): Promise<{ product: Product; store: Store } | null> {
    const product = (await this.products.byIds([id])).get(id);
    const store = product && (await this.stores.byIds([product.storeId])).get(product.storeId);
    return store ? { product, store } : null;
  }

  private async toVendorOf(storeId: number, tell: (store: Store) => Promise<void>): Promise<void> {
    const store = (await this.stores.byIds([storeId])).get(storeId);
    if (store) await tell(store);
  }
}

const ofProduct = ({ id, name }: Product) => ({ productId: id, productName: name });
