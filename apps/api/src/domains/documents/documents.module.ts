import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module';
import { OrdersModule } from '../orders/orders.module';
import { StoresModule } from '../stores/stores.module';
import { UsersModule } from '../users/users.module';
import { DocumentsCheck } from './documents-check';
import { DocumentsController } from './documents.controller';
import { DocumentsQueries } from './documents.queries';
import { IssuingService } from './issuing.service';
import { OrderMails } from './order-mails';

/** What people get in writing about their orders. */
@Module({
  imports: [UsersModule, OrdersModule, StoresModule, LedgerModule],
  controllers: [DocumentsController],
  providers: [IssuingService, DocumentsQueries, DocumentsCheck, OrderMails],
})
export class DocumentsModule {}
