import { Body, Controller, Param, Put, Req, Res } from '@nestjs/common';
import { BalanceDto, PayoutAccountInput } from '@souk/contracts/ledger.dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { IdPipe } from '../../platform/http/validation';
import { Limiter } from '../../platform/limits/limiter';
import { Limit } from '../../platform/limits/limits';
import { StoreMoneyGuard } from '../stores/stores.guard';
import { LedgerMapper } from './ledger.mapper';
import { PayoutAccounts } from './payout-accounts';

/** No API key sends a store's money elsewhere: nothing here declares what it would need. */
@Controller('stores/:id/payout-account')
@Allow('owner', StoreMoneyGuard)
export class PayoutAccountController {
  constructor(
    private readonly accounts: PayoutAccounts,
    private readonly mapper: LedgerMapper,
    private readonly limiter: Limiter,
  ) {}

  /** Where payouts go from now on. Those that are on their way go where they were sent. */
  @Put()
  @Limit('reauthenticate')
  async set(
    @Param('id', IdPipe) id: number,
    @Body() input: PayoutAccountInput,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BalanceDto> {
    await this.limiter.valid('reauthenticate', request, reply, actor);
    return this.mapper.balance(await this.accounts.set(actor, id, input));
  }
}
