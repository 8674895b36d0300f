import { Module, type DynamicModule, type Type } from '@nestjs/common';
import type { Config } from './config/config';
import { ConfigModule } from './config/config.module';
import { entities } from './entities';
import { AddressesModule } from './domains/addresses/addresses.module';
import { AuthModule } from './domains/auth/auth.module';
import { CartModule } from './domains/cart/cart.module';
import { CouponsModule } from './domains/coupons/coupons.module';
import { DocumentsModule } from './domains/documents/documents.module';
import { LedgerModule } from './domains/ledger/ledger.module';
import { ModerationModule } from './domains/moderation/moderation.module';
import { NewsMailsModule } from './domains/notifications/mails/mails.module';
import { NotificationsModule } from './domains/notifications/notifications.module';
import { OrdersModule } from './domains/orders/orders.module';
import { PaymentsModule } from './domains/payments/payments.module';
import { ProductsModule } from './domains/products/products.module';
import { ReviewsModule } from './domains/reviews/reviews.module';
import { SocialModule } from './domains/social/social.module';
import { StoresModule } from './domains/stores/stores.module';
import { UsersModule } from './domains/users/users.module';
import { WebhooksModule } from './domains/webhooks/webhooks.module';
import { WishlistModule } from './domains/wishlist/wishlist.module';
import { AccessModule } from './platform/access/access.module';
import { CacheModule } from './platform/cache/cache.module';
import { DatabaseModule } from './platform/database/database.module';
import { EventsModule } from './platform/events/events.module';
import { JobsModule } from './platform/jobs/jobs.module';
import { MailModule } from './platform/mail/mail.module';
import { HealthController } from './platform/operations/health.controller';
import { RedisModule } from './platform/redis/redis.module';
import { NetworkModule } from './platform/network/network.module';
import { StorageModule } from './platform/storage/storage.module';

@Module({})
export class AppModule {
  /** @param others what only some processes need */
  static with(config: Config, others: Type[]): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(config),
        DatabaseModule.with(entities),
        RedisModule,
        JobsModule,
        CacheModule,
        EventsModule,
        NetworkModule,
        StorageModule,
        MailModule.with(config),
        AccessModule,
        UsersModule,
        AuthModule,
        AddressesModule,
        StoresModule,
        ProductsModule,
        WishlistModule,
        CouponsModule,
        PaymentsModule,
        CartModule,
        OrdersModule,
        LedgerModule,
        DocumentsModule,
        ReviewsModule,
        ModerationModule,
        SocialModule.with(config),
        WebhooksModule,
        NotificationsModule,
        NewsMailsModule,
        ...others,
      ],
      controllers: [HealthController],
    };
  }
}
