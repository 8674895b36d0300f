import { Module } from '@nestjs/common';
import { CartModule } from '../domains/cart/cart.module';
import { CouponsModule } from '../domains/coupons/coupons.module';
import { LedgerModule } from '../domains/ledger/ledger.module';
import { NotificationsModule } from '../domains/notifications/notifications.module';
import { OrdersModule } from '../domains/orders/orders.module';
import { ProductsModule } from '../domains/products/products.module';
import { ReviewsModule } from '../domains/reviews/reviews.module';
import { StoresModule } from '../domains/stores/stores.module';
import { UsersModule } from '../domains/users/users.module';
import { WebhooksModule } from '../domains/webhooks/webhooks.module';
import { DemoActors } from './demo-actors';
import { DemoCatalogue } from './demo-catalogue';
import { DemoNews } from './demo-news';
import { DemoOrders } from './demo-orders';
import { DemoPayouts } from './demo-payouts';
import { DemoPurchases } from './demo-purchases';
import { DemoPictures } from './demo-pictures';
import { DemoReviews } from './demo-reviews';
import { DemoSeeder } from './demo-seeder';
import { LargeCatalogueModule } from './large-catalogue.module';

@Module({
  imports: [
    UsersModule,
    StoresModule,
    ProductsModule,
    CouponsModule,
    CartModule,
    OrdersModule,
    LedgerModule,
    ReviewsModule,
    WebhooksModule,
    NotificationsModule,
    LargeCatalogueModule,
  ],
  providers: [
    DemoActors,
    DemoCatalogue,
    DemoPictures,
    DemoPurchases,
    DemoOrders,
    DemoNews,
    DemoPayouts,
    DemoReviews,
    DemoSeeder,
  ],
})
export class DemoModule {}
