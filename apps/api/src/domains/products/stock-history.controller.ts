import { Controller, Get, Param, Query } from '@nestjs/common';
import { PageQuery } from '@souk/contracts/common.dto';
import { StockChangeDto, StockChangePage } from '@souk/contracts/stock.dto';
import { Allow } from '../../platform/access/access';
import { Writes } from '../../platform/access/scopes';
import { IdPipe } from '../../platform/http/validation';
import { ProductOwnerGuard } from './products.guard';
import type { StockChange } from './stock-change.entity';
import { StockHistory } from './stock-history';

@Controller('products/:id/stock-history')
@Allow('owner', ProductOwnerGuard)
@Writes('products')
export class StockHistoryController {
  constructor(private readonly history: StockHistory) {}

  /** Every change of the stock of a product's variants, newest first: who, when and why. */
  @Get()
  async list(@Param('id', IdPipe) id: number, @Query() query: PageQuery): Promise<StockChangePage> {
    const { items, ...rest } = await this.history.ofProduct(id, query);
    return { ...rest, items: items.map(toStockChangeDto) };
  }
}

const toStockChangeDto = ({ variant, actor, createdAt, ...change }: StockChange): StockChangeDto => ({
  id: change.id,
  variantId: change.variantId,
  sku: variant?.sku ?? null,
  options: variant?.options ?? {},
  delta: change.delta,
  quantityAfter: change.quantityAfter,
  reason: change.reason,
  changedBy: actor && !actor.erasedAt ? actor.username : null,
  orderNumber: change.orderNumber,
  createdAt: createdAt.toISOString(),
});
