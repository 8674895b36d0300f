import { Module } from '@nestjs/common';
import { CartModule } from '../domains/cart/cart.module';
import { OrdersModule } from '../domains/orders/orders.module';
import { ProductsModule } from '../domains/products/products.module';
import { ReviewsModule } from '../domains/reviews/reviews.module';
import { StoresModule } from '../domains/stores/stores.module';
import { UsersModule } from '../domains/users/users.module';
import { DemoActors } from './demo-actors';
import { DemoCatalogue } from './demo-catalogue';
import { DemoOrders } from './demo-orders';
import { DemoPictures } from './demo-pictures';
import { DemoReviews } from './demo-reviews';
import { DemoSeeder } from './demo-seeder';
import { LargeCatalogue } from './large-catalogue';

@Module({
  imports: [UsersModule, StoresModule, ProductsModule, CartModule, OrdersModule, ReviewsModule],
  providers: [DemoActors, DemoCatalogue, DemoPictures, DemoOrders, DemoReviews, DemoSeeder, LargeCatalogue],
})
export class DemoModule {}
