import { Module } from '@nestjs/common';
import { StoresModule } from '../stores/stores.module';
import { CouponUses } from './coupon-uses';
import { CouponsController } from './coupons.controller';
import { CouponsQueries } from './coupons.queries';
import { CouponsService } from './coupons.service';

@Module({
  imports: [StoresModule],
  controllers: [CouponsController],
  providers: [CouponsService, CouponsQueries, CouponUses],
  exports: [CouponsQueries, CouponUses],
})
export class CouponsModule {}
