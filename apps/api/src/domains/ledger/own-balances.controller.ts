import { Controller, Get, Query } from '@nestjs/common';
import { PageQuery } from '@souk/contracts/common.dto';
import { StoreBalancePage } from '@souk/contracts/ledger.dto';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { BalancesQueries } from './balances.queries';
import { LedgerMapper } from './ledger.mapper';

@Controller('stores')
export class OwnBalancesController {
  constructor(
    private readonly balances: BalancesQueries,
    private readonly mapper: LedgerMapper,
  ) {}

  /** What each of the caller's stores is owed, newest first: closed ones too, once they have sold something. */
  @Get('my-balances')
  @Allow('vendor')
  async list(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<StoreBalancePage> {
    const { items, ...rest } = await this.balances.storesOf(actor.id, query);
    return { ...rest, items: await this.mapper.storeBalances(items) };
  }
}
