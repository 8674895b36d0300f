import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  AdminBalanceQuery,
  CommissionDto,
  CommissionInput,
  LedgerVerification,
  PayoutConfirmation,
  PayoutDto,
  PayoutOrder,
  PayoutPage,
  PayoutQuery,
  PayoutRefusal,
  StoreBalancePage,
} from '@souk/contracts/ledger.dto';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { ApiErrors } from '../../platform/http/api-errors';
import { IdPipe } from '../../platform/http/validation';
import { StoresQueries } from '../stores/stores.queries';
import { BalancesQueries } from './balances.queries';
import { CommissionsService } from './commissions.service';
import { LedgerMapper } from './ledger.mapper';
import { PayoutsQueries } from './payouts.queries';
import { PayoutsService } from './payouts.service';
import { Verification } from './verification';

/** The marketplace's books. POST throughout, as for the other acts of staff: each is in the audit log. */
@Controller('admin')
@Allow('staff')
export class AdminLedgerController {
  constructor(
    private readonly stores: StoresQueries,
    private readonly balances: BalancesQueries,
    private readonly payouts: PayoutsService,
    private readonly payoutsQueries: PayoutsQueries,
    private readonly commissions: CommissionsService,
    private readonly verification: Verification,
    private readonly mapper: LedgerMapper,
  ) {}

  /** What every store is owed, or owes, newest store first; closed ones once they have sold something. */
  @Get('balances')
  async balanceList(@Query() query: AdminBalanceQuery): Promise<StoreBalancePage> {
    const { items, ...rest } = await this.balances.stores(query);
    return { ...rest, items: await this.mapper.storeBalances(items) };
  }

  /** Every payout, newest first. */
  @Get('payouts')
  async payoutList(@Query() query: PayoutQuery): Promise<PayoutPage> {
    const { items, ...rest } = await this.payoutsQueries.all(query);
    return { ...rest, items: await this.mapper.payoutDtos(items) };
  }

  /** Pays out all that is available to the store, as far as its vendor's other stores owe nothing. */
  @Post('stores/:id/payouts')
  @ApiErrors('INVALID_TRANSITION')
  async payOut(
    @Param('id', IdPipe) id: number,
    @Body() input: PayoutOrder,
    @CurrentActor() staff: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayoutDto> {
    const payout = await this.payouts.payOut(staff, id, input);
    void reply.header('location', '/api/admin/payouts');
    return this.mapper.payout(payout);
  }

  /** The money has left the marketplace's bank account. Only for payouts that staff sends. */
  @Post('payouts/:id/confirm')
  @HttpCode(200)
  @ApiErrors('INVALID_TRANSITION')
  async confirm(
    @Param('id', IdPipe) id: number,
    @Body() { reference }: PayoutConfirmation,
    @CurrentActor() staff: Actor,
  ): Promise<PayoutDto> {
    return this.mapper.payout(await this.payouts.confirm(staff, id, reference));
  }

  /** Nothing was sent, and the money is back on the store's balance. Only for payouts that staff sends. */
  @Post('payouts/:id/refuse')
  @HttpCode(200)
  @ApiErrors('INVALID_TRANSITION')
  async refuse(
    @Param('id', IdPipe) id: number,
    @Body() { reason }: PayoutRefusal,
    @CurrentActor() staff: Actor,
  ): Promise<PayoutDto> {
    return this.mapper.payout(await this.payouts.refuse(staff, id, reason));
  }

  /** Tells the payment provider again. It makes one transfer of it, however often it is told. */
  @Post('payouts/:id/retry')
  @HttpCode(200)
  @ApiErrors('INVALID_TRANSITION')
  async retry(@Param('id', IdPipe) id: number): Promise<PayoutDto> {
    return this.mapper.payout(await this.payouts.retry(id));
  }

  /** What the marketplace keeps of the store's sales. */
  @Get('stores/:id/commission')
  async commission(@Param('id', IdPipe) id: number, @CurrentActor() staff: Actor): Promise<CommissionDto> {
    return this.mapper.commission(await this.stores.findVisible(staff, id));
  }

  /** What it keeps of what is sold from now on. */
  @Post('stores/:id/commission')
  @HttpCode(200)
  async setCommission(
    @Param('id', IdPipe) id: number,
    @Body() input: CommissionInput,
    @CurrentActor() staff: Actor,
  ): Promise<CommissionDto> {
    return this.mapper.commission(await this.commissions.set(staff, id, input));
  }

  /** Holds the books against orders and payments: captured − refunded = vendors + commission + tax, for every order. */
  @Get('ledger/verify')
  verify(): Promise<LedgerVerification> {
    return this.verification.verify();
  }
}
