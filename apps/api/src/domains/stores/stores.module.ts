import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module';
import { StoresController } from './stores.controller';
import { StoreOwnerGuard } from './stores.guard';
import { StoresMapper } from './stores.mapper';
import { StoresOwnData } from './stores.own-data';
import { StoresQueries } from './stores.queries';
import { StoresService } from './stores.service';
import { VendorsController } from './vendors.controller';

@Module({
  imports: [UsersModule],
  controllers: [StoresController, VendorsController],
  providers: [StoresService, StoresQueries, StoresMapper, StoreOwnerGuard, StoresOwnData],
  exports: [StoresService, StoresQueries, StoreOwnerGuard],
})
export class StoresModule {}
