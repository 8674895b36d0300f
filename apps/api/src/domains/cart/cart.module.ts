import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { ProductsModule } from '../products/products.module';
import { UsersModule } from '../users/users.module';
import { CartHolders } from './cart-holders';
import { CartMergeService } from './cart-merge.service';
import { CartController } from './cart.controller';
import { CartMapper } from './cart.mapper';
import { CartOwnData } from './cart.own-data';
import { CartQueries } from './cart.queries';
import { CartService } from './cart.service';
import { ConfiguredTaxRates, TaxRates } from './tax-rates';

@Module({
  imports: [UsersModule, AuthModule, ProductsModule],
  controllers: [CartController],
  providers: [
    CartService,
    CartQueries,
    CartMergeService,
    CartHolders,
    CartMapper,
    CartOwnData,
    { provide: TaxRates, useClass: ConfiguredTaxRates },
  ],
  exports: [CartService, CartQueries, CartHolders],
})
export class CartModule {}
