import { Module } from '@nestjs/common';
import { Config } from '../../config/config';
import { Gateway } from './gateway';
import { Reconciliation } from './payments.jobs';
import { PaymentsService } from './payments.service';
import { StripeGateway } from './stripe-gateway';
import { TestGateway } from './test-gateway';
import { WebhooksController } from './webhooks.controller';
import { WebhooksService } from './webhooks.service';

@Module({
  controllers: [WebhooksController],
  providers: [
    PaymentsService,
    WebhooksService,
    Reconciliation,
    {
      provide: Gateway,
      useFactory: (config: Config) =>
        config.stripe ? new StripeGateway(config.stripe) : new TestGateway(config),
      inject: [Config],
    },
  ],
  exports: [PaymentsService],
})
export class PaymentsModule {}
