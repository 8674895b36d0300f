import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/orders.module';
import { ProductsModule } from '../products/products.module';
import { StoresModule } from '../stores/stores.module';
import { UsersModule } from '../users/users.module';
import { ProductReviewsController } from './product-reviews.controller';
import { ReviewStanding } from './review-standing';
import { ReviewsController } from './reviews.controller';
import { ReviewAuthorGuard, ReviewedVendorGuard, ReviewerGuard } from './reviews.guard';
import { ReviewsMapper } from './reviews.mapper';
import { ReviewsOwnData } from './reviews.own-data';
import { ReviewsQueries } from './reviews.queries';
import { ReviewsService } from './reviews.service';

@Module({
  imports: [UsersModule, StoresModule, ProductsModule, OrdersModule],
  controllers: [ProductReviewsController, ReviewsController],
  providers: [
    ReviewsService,
    ReviewsQueries,
    ReviewsMapper,
    ReviewStanding,
    ReviewerGuard,
    ReviewAuthorGuard,
    ReviewedVendorGuard,
    ReviewsOwnData,
  ],
  exports: [ReviewsService],
})
export class ReviewsModule {}
