import { Module } from '@nestjs/common';
import { AuditLog } from '../../platform/audit/audit-log';
import { AuthModule } from '../auth/auth.module';
import { CartModule } from '../cart/cart.module';
import { CouponsModule } from '../coupons/coupons.module';
import { PaymentsModule } from '../payments/payments.module';
import { ProductsModule } from '../products/products.module';
import { StoresModule } from '../stores/stores.module';
import { UsersModule } from '../users/users.module';
import { BulkShippingController } from './bulk-shipping.controller';
import { BulkShippingService } from './bulk-shipping.service';
import { CheckoutService } from './checkout.service';
import { DownloadLinks } from './download-links';
import { DownloadsController } from './downloads.controller';
import { DownloadsService } from './downloads.service';
import { FulfilmentService } from './fulfilment.service';
import { GuestOrders } from './guest-orders.service';
import { IdempotencyService } from './idempotency.service';
import { Moving } from './moving';
import { OrderCoupons } from './order-coupons';
import { OrdersController } from './orders.controller';
import { OrderVendorGuard } from './orders.guard';
import { Sweeper } from './orders.jobs';
import { OrdersMapper } from './orders.mapper';
import { OrdersOwnData } from './orders.own-data';
import { OrdersQueries } from './orders.queries';
import { PartHistory } from './part-history';
import { PayingService } from './paying.service';
import { PlacementService } from './placement.service';
import { Refunding } from './refunding';
import { RefundsController } from './refunds.controller';
import { RefundsService } from './refunds.service';
import { ReorderController } from './reorder.controller';
import { ReorderService } from './reorder.service';
import { ReturnAnswersService } from './return-answers.service';
import { Returning } from './returning';
import { ReturnsController } from './returns.controller';
import { ReturnsService } from './returns.service';
import { SalesQueries } from './sales.queries';
import { SettlementService } from './settlement.service';
import { TimelineController } from './timeline.controller';
import { TimelineQueries } from './timeline.queries';

@Module({
  imports: [UsersModule, AuthModule, StoresModule, ProductsModule, CouponsModule, PaymentsModule, CartModule],
  controllers: [
    OrdersController,
    BulkShippingController,
    RefundsController,
    ReturnsController,
    ReorderController,
    TimelineController,
    DownloadsController,
  ],
  providers: [
    CheckoutService,
    PlacementService,
    OrderCoupons,
    SettlementService,
    Refunding,
    Moving,
    RefundsService,
    ReturnsService,
    ReturnAnswersService,
    Returning,
    AuditLog,
    ReorderService,
    FulfilmentService,
    BulkShippingService,
    GuestOrders,
    PayingService,
    IdempotencyService,
    DownloadLinks,
    DownloadsService,
    OrdersQueries,
    SalesQueries,
    PartHistory,
    TimelineQueries,
    OrdersMapper,
    OrderVendorGuard,
    Sweeper,
    OrdersOwnData,
  ],
  exports: [OrdersQueries, CheckoutService, FulfilmentService],
})
export class OrdersModule {}
