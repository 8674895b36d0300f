import { Controller, Get } from '@nestjs/common';
import { PaymentConfigDto } from '@souk/contracts/payments.dto';
import { Config } from '../../config/config';
import { Public } from '../../platform/access/access';
import { Gateway } from './gateway';

@Controller('payments')
export class PaymentsController {
  constructor(
    private readonly config: Config,
    private readonly gateway: Gateway,
  ) {}

  /** How buyers pay here: what `POST /api/orders` takes as `payment`, and where its token comes from. */
  @Get('config')
  @Public()
  read(): PaymentConfigDto {
    const { stripe, currency } = this.config;
    return {
      provider: this.gateway.name,
      publishableKey: stripe?.publishableKey ?? null,
      scriptUrl: stripe?.scriptUrl ?? null,
      methods: stripe ? [...stripe.methods] : [],
      currency,
    };
  }
}
