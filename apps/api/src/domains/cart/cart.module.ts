import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module';
import { ProductsModule } from '../products/products.module';
import { UsersModule } from '../users/users.module';
import { CouponsModule } from '../coupons/coupons.module';
import { CartCouponsController } from './cart-coupons.controller';
import { CartCouponsService } from './cart-coupons.service';
import { CartFillingService } from './cart-filling.service';
import { CartHolders } from './cart-holders';
import { CartMergeService } from './cart-merge.service';
import { CartTerms } from './cart-terms';
import { CartView } from './cart-view';
import { CartController } from './cart.controller';
import { CartMapper } from './cart.mapper';
import { CartOwnData } from './cart.own-data';
import { CartQueries } from './cart.queries';
import { CartService } from './cart.service';
import { ConfiguredTaxRates, TaxRates } from './tax-rates';

@Module({
  imports: [UsersModule, AuthModule, ProductsModule, CouponsModule],
  controllers: [CartController, CartCouponsController],
  providers: [
    CartService,
    CartQueries,
    CartMergeService,
    CartFillingService,
    CartCouponsService,
    CartTerms,
    CartView,
    CartHolders,
    CartMapper,
    CartOwnData,
    { provide: TaxRates, useClass: ConfiguredTaxRates },
  ],
  exports: [CartService, CartFillingService, CartView, CartCouponsService, CartQueries, CartHolders],
})
export class CartModule {}
