import { Injectable } from '@nestjs/common';
import { Config } from '../../../config/config';
import { Database } from '../../../platform/database/database';
import { Events } from '../../../platform/events/events';
import { PayoutEnded } from '../../ledger/ledger.events';
import { Payout } from '../../ledger/payout.entity';
import { ProductVariant } from '../../products/product.entity';
import { StockLow } from '../../products/products.events';
import { Review } from '../../reviews/review.entity';
import { ReviewPosted, ReviewReplied } from '../../reviews/reviews.events';
import { StoresQueries } from '../../stores/stores.queries';
import { UsersService } from '../../users/users.service';
import { WebhookEndpoint } from '../../webhooks/webhook-endpoint.entity';
import { WebhookDisabled } from '../../webhooks/webhooks.events';
import * as letters from './news-letters';
import { ReaderMails } from './reader-mails';
import { ShownProducts } from './shown-products';

/** Writes to vendors what happens to their stores, to reviewers what they are answered, to integrators what stops. */
@Injectable()
export class NewsMails {
  private readonly site: () => string;

  constructor(
    events: Events,
    config: Config,
    private readonly database: Database,
    private readonly stores: StoresQueries,
    private readonly users: UsersService,
    private readonly products: ShownProducts,
    private readonly mails: ReaderMails,
  ) {
    this.site = () => config.siteUrl;
    events.on(StockLow, 'news-mails', (fact, eventId) => this.stockLow(fact, eventId));
    events.on(PayoutEnded, 'news-mails', ({ payoutId }) => this.payoutEnded(payoutId));
    events.on(ReviewPosted, 'news-mails', ({ reviewId }) => this.reviewed(reviewId));
    events.on(ReviewReplied, 'news-mails', ({ reviewId }) => this.replied(reviewId));
    events.on(WebhookDisabled, 'news-mails', (fact, eventId) => this.webhookDisabled(fact, eventId));
    events.lane('news-mails', 4);
  }

  /** Unless there is more of it again. */
  private async stockLow({ productId, variantId }: StockLow, eventId: number): Promise<void> {
    const found = await this.products.find(productId);
    const variant = await this.database.repository(ProductVariant).findOneBy({ id: variantId });
    if (!found || !variant || variant.deletedAt || variant.stockQuantity > found.lowStockAt) return;
    const url = `${this.site()}/products/${productId}/edit`;
    await this.mails.write(found.vendorId, 'low_stock', `low-stock:${eventId}`, () =>
      letters.lowStockLetter(
        found.shown,
        Object.values(variant.options).join(', '),
        variant.stockQuantity,
        url,
      ),
    );
  }

  private async payoutEnded(id: number): Promise<void> {
    const payout = await this.database.repository(Payout).findOneByOrFail({ id });
    const store = (await this.stores.byIds([payout.storeId])).get(payout.storeId);
    if (!store || payout.status === 'pending') return;
    const paid = { ...payout, storeName: store.name };
    const url = `${this.site()}/dashboard/balance`;
    await this.mails.write(store.vendorId, 'payout', `payout:${id}`, () =>
      payout.status === 'paid'
        ? letters.payoutPaidLetter(paid, url)
        : letters.payoutFailedLetter(paid, payout.failure, url),
    );
  }

  private async reviewed(id: number): Promise<void> {
    const review = await this.database.repository(Review).findOneBy({ id });
    const found = review && (await this.products.find(review.productId));
    const author = review && (await this.users.byIds([review.userId])).get(review.userId)?.user;
    if (!found || !author) return;
    const { rating, comment } = review;
    const url = `${this.site()}/dashboard/reviews`;
    await this.mails.write(found.vendorId, 'review_received', `review:${id}`, () =>
      letters.reviewReceivedLetter(found.shown, { username: author.username, rating, comment }, url),
    );
  }

  private async replied(id: number): Promise<void> {
    const review = await this.database.repository(Review).findOneBy({ id });
    const found = review && (await this.products.find(review.productId));
    if (!found || review.reply === null) return;
    const { reply, productId, userId } = review;
    const url = `${this.site()}/products/${productId}/reviews`;
    await this.mails.write(userId, 'review_replied', `review-reply:${id}`, () =>
      letters.reviewRepliedLetter(found.shown, reply, url),
    );
  }

  /** Unless it is on again, or gone. */
  private async webhookDisabled({ endpointId, userId }: WebhookDisabled, eventId: number): Promise<void> {
    const endpoint = await this.database.repository(WebhookEndpoint).findOneBy({ id: endpointId });
    if (!endpoint?.disabledAt) return;
    const { url: address, disabledReason } = endpoint;
    const url = `${this.site()}/webhooks/${endpointId}`;
    await this.mails.write(userId, 'webhook_disabled', `webhook-disabled:${eventId}`, () =>
      letters.webhookDisabledLetter(address, disabledReason, url),
    );
  }
}
