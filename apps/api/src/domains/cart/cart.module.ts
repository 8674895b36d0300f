import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { ProductsModule } from '../products/products.module';
import { CartHolders } from './cart-holders';
import { CartMergeService } from './cart-merge.service';
import { CartController } from './cart.controller';
import { CartMapper } from './cart.mapper';
import { CartQueries } from './cart.queries';
import { CartService } from './cart.service';

@Module({
  imports: [AuthModule, ProductsModule],
  controllers: [CartController],
  providers: [CartService, CartQueries, CartMergeService, CartHolders, CartMapper],
  exports: [CartService, CartQueries, CartHolders],
})
export class CartModule {}
