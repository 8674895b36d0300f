import { Module } from '@nestjs/common';
import { Config } from '../../config/config';
import { Gateway } from './gateway';
import { PaymentsController } from './payments.controller';
import { Reconciliation } from './payments.jobs';
import { PaymentsService } from './payments.service';
import { TestGateway } from './test-gateway';
import { WebhooksController } from './webhooks.controller';
import { WebhooksService } from './webhooks.service';

@Module({
  controllers: [PaymentsController, WebhooksController],
  providers: [
    PaymentsService,
    WebhooksService,
    Reconciliation,
    {
      provide: Gateway,
      useFactory: async (config: Config) => {
        if (!config.stripe) return new TestGateway(config);
        const { StripeGateway } = await import('./stripe-gateway');
        return new StripeGateway(config.stripe);
      },
      inject: [Config],
    },
  ],
  exports: [PaymentsService],
})
export class PaymentsModule {}
