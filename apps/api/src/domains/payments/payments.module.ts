import { Module } from '@nestjs/common';
import { Gateway } from './gateway';
import { Reconciliation } from './payments.jobs';
import { PaymentsService } from './payments.service';
import { TestGateway } from './test-gateway';

@Module({
  providers: [PaymentsService, Reconciliation, { provide: Gateway, useClass: TestGateway }],
  exports: [PaymentsService],
})
export class PaymentsModule {}
