import { Module } from '@nestjs/common';
import { StoresModule } from '../stores/stores.module';
import { ImagesMapper } from './images.mapper';
import { ProductOwnerGuard } from './products.guard';
import { ProductsQueries } from './products.queries';
import { ProductsService } from './products.service';
import { StockService } from './stock.service';

@Module({
  imports: [StoresModule],
  providers: [ProductsService, ProductsQueries, StockService, ImagesMapper, ProductOwnerGuard],
  exports: [ProductsService, ProductsQueries, StockService, ImagesMapper],
})
export class ProductsModule {}
