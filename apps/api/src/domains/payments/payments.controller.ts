import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { PaymentConfigDto, TestConfirmation } from '@souk/contracts/payments.dto';
import { Config } from '../../config/config';
import { Public } from '../../platform/access/access';
import { ApiErrors } from '../../platform/http/api-errors';
import { NotFound } from '../../platform/http/errors';
import { Gateway } from './gateway';
import { TestGateway } from './test-gateway';

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

  /** The answer to the bank of the test gateway, after `tok_confirm`; other gateways have banks of their own. */
  @Post('test/confirmations')
  @HttpCode(204)
  @Public()
  @ApiErrors('NOT_FOUND')
  confirm(@Body() { clientSecret, confirmed }: TestConfirmation): void {
    if (!(this.gateway instanceof TestGateway)) throw new NotFound('charge');
    this.gateway.confirm(clientSecret, confirmed);
  }
}
