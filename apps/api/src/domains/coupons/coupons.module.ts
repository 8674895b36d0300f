import { Module } from '@nestjs/common';
import { StoresModule } from '../stores/stores.module';
import { UsersModule } from '../users/users.module';
import { CouponUses } from './coupon-uses';
import { CouponsController } from './coupons.controller';
import { CouponsOwnData } from './coupons.own-data';
import { CouponsQueries } from './coupons.queries';
import { CouponsService } from './coupons.service';

@Module({
  imports: [UsersModule, StoresModule],
  controllers: [CouponsController],
  providers: [CouponsService, CouponsQueries, CouponUses, CouponsOwnData],
  exports: [CouponsService, CouponsQueries, CouponUses],
})
export class CouponsModule {}
