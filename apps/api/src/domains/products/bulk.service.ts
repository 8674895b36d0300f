import { Injectable, Logger } from '@nestjs/common';
import type { BulkChange, BulkEdit, BulkItem, BulkReport } from '@souk/contracts/bulk.dto';
import type { Actor } from '../../platform/access/actor';
import { Seen } from '../../platform/http/conditional';
import { rowOf, toErrorBody } from '../../platform/http/bulk-row';
import { type CodedError, NotFound } from '../../platform/http/errors';
import { bulkDrafts } from './bulk-drafts';
import type { Product } from './product.entity';
import { ProductsMapper } from './products.mapper';
import { ProductsQueries } from './products.queries';
import { ProductsService } from './products.service';

type Outcome = { id: number; product: Product } | { id: number; error: CodedError };

/** The same change for many products. Each is a unit of work of its own: one that is refused spoils no other. */
@Injectable()
export class BulkService {
  private readonly logger = new Logger('BulkEdit');

  constructor(
    private readonly products: ProductsService,
    private readonly queries: ProductsQueries,
    private readonly mapper: ProductsMapper,
  ) {}

  async edit(actor: Actor, { items, change }: BulkEdit): Promise<BulkReport> {
    const own = await this.ownAmong(actor, items);
    const outcomes: Outcome[] = [];
    for (const item of items.toSorted((a, b) => a.id - b.id))
      outcomes.push(own.has(item.id) ? await this.editOne(actor, item, change) : missing(item));
    const changed = outcomes.flatMap((outcome) => ('product' in outcome ? outcome.product : []));
    const dtos = new Map((await this.mapper.toDtos(changed)).map((dto) => [dto.id, dto]));
    return {
      items: outcomes.map((outcome) => ({
        id: outcome.id,
        ok: 'product' in outcome,
        product: dtos.get(outcome.id) ?? null,
        error: 'error' in outcome ? toErrorBody(outcome.error) : null,
      })),
      succeeded: changed.length,
      failed: outcomes.length - changed.length,
    };
  }

  private async editOne(actor: Actor, { id, ifMatch }: BulkItem, change: BulkChange): Promise<Outcome> {
    const { isActive, categoryId } = change;
    const check = new Seen(ifMatch).checkedBy((product: Product) => this.mapper.toDto(product));
    const row = await rowOf(
      () =>
        this.products.change(
          actor,
          id,
          { isActive, categoryId },
          (_, current) => bulkDrafts(change, current),
          check,
          'bulk_edited',
        ),
      this.logger,
      { productId: id },
    );
    return 'error' in row ? { id, error: row.error } : { id, product: row.answer };
  }

  private async ownAmong(actor: Actor, items: BulkItem[]): Promise<Set<number>> {
    const ids = items.map(({ id }) => id);
    const own = await this.queries
      .ownedBy(actor.id)
      .select(['product.id'])
      .andWhere('product.id IN (:...ids)', { ids })
      .getMany();
    return new Set(own.map(({ id }) => id));
  }
}

const missing = ({ id }: BulkItem): Outcome => ({ id, error: new NotFound('product') });
