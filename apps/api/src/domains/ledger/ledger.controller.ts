import { Controller, Get, Param, Post, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import {
  BalanceDto,
  EarningsDto,
  EarningsQuery,
  LedgerEntryPage,
  LedgerEntryQuery,
  PayoutDto,
  PayoutPage,
  PayoutQuery,
  StatementDto,
  StatementPage,
} from '@souk/contracts/ledger.dto';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { ApiErrors } from '../../platform/http/api-errors';
import { IdPipe } from '../../platform/http/validation';
import { StoreMoneyGuard } from '../stores/stores.guard';
import { StoresQueries } from '../stores/stores.queries';
import { LedgerMapper, toEntryDto } from './ledger.mapper';
import { PayoutsQueries } from './payouts.queries';
import { PayoutsService } from './payouts.service';
import { StatementsCsv } from './statements-csv';
import { StatementsQueries } from './statements.queries';

/** A store's money, for its vendor, when the store is closed too. No API key moves any: nothing here declares what it would need. */
@Controller('stores/:id')
@Allow('owner', StoreMoneyGuard)
export class LedgerController {
  constructor(
    private readonly stores: StoresQueries,
    private readonly statements: StatementsQueries,
    private readonly csv: StatementsCsv,
    private readonly payouts: PayoutsService,
    private readonly payoutsQueries: PayoutsQueries,
    private readonly mapper: LedgerMapper,
  ) {}

  /** What the store is owed. What a part earned is pending until the part is delivered, and available from then on. */
  @Get('balance')
  async balance(@Param('id', IdPipe) id: number, @CurrentActor() actor: Actor): Promise<BalanceDto> {
    return this.mapper.balance(await this.stores.findForMoney(actor, id));
  }

  /** Everything that moved the balance, newest first. */
  @Get('ledger')
  async entries(@Param('id', IdPipe) id: number, @Query() query: LedgerEntryQuery): Promise<LedgerEntryPage> {
    const { items, ...rest } = await this.statements.entries(id, query);
    return { ...rest, items: items.map(toEntryDto) };
  }

  /** What was sold and earned in the last twelve weeks or months. */
  @Get('earnings')
  async earnings(
    @Param('id', IdPipe) id: number,
    @Query() { by = 'week' }: EarningsQuery,
  ): Promise<EarningsDto> {
    return this.mapper.earnings(await this.statements.earnings(id, by));
  }

  /** One per month since the store is there, newest first. */
  @Get('statements')
  async list(@Param('id', IdPipe) id: number, @CurrentActor() actor: Actor): Promise<StatementPage> {
    const statements = await this.statements.statements(await this.stores.findForMoney(actor, id));
    const items = statements.reverse().map((statement) => this.mapper.statement(statement));
    return { items, total: items.length, nextCursor: null };
  }

  /** One month in figures, such as `2026-11`. */
  @Get('statements/:month')
  async statement(
    @Param('id', IdPipe) id: number,
    @Param('month') month: string,
    @CurrentActor() actor: Actor,
  ): Promise<StatementDto> {
    const store = await this.stores.findForMoney(actor, id);
    return this.mapper.statement(await this.statements.statement(store, month));
  }

  /** The entries of a month between its opening and its closing balance. */
  @Get('statements/:month/entries.csv')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async export(
    @Param('id', IdPipe) id: number,
    @Param('month') month: string,
    @CurrentActor() actor: Actor,
  ): Promise<StreamableFile> {
    const file = await this.csv.ofMonth(await this.stores.findForMoney(actor, id), month);
    return new StreamableFile(file, {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="statement-${id}-${month}.csv"`,
    });
  }

  /** The store's payouts, newest first. */
  @Get('payouts')
  async payoutList(@Param('id', IdPipe) id: number, @Query() query: PayoutQuery): Promise<PayoutPage> {
    const { items, ...rest } = await this.payoutsQueries.ofStore(id, query);
    return { ...rest, items: await this.mapper.payoutDtos(items) };
  }

  /** Asks for all that is payable. Asked again at the same time it is refused: nothing is available any more. */
  @Post('payouts')
  @ApiErrors('INVALID_TRANSITION')
  async payOut(
    @Param('id', IdPipe) id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PayoutDto> {
    const payout = await this.payouts.request(id);
    void reply.header('location', `/api/stores/${id}/payouts`);
    return this.mapper.payout(payout);
  }
}
