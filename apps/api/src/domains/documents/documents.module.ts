import { Module } from '@nestjs/common';
import { OrdersModule } from '../orders/orders.module';
import { StoresModule } from '../stores/stores.module';
import { DocumentsController } from './documents.controller';
import { DocumentsQueries } from './documents.queries';
import { IssuingService } from './issuing.service';

/** What people get in writing about their orders. */
@Module({
  imports: [OrdersModule, StoresModule],
  controllers: [DocumentsController],
  providers: [IssuingService, DocumentsQueries],
})
export class DocumentsModule {}
