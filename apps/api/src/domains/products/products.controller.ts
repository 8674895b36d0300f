import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { BulkEdit, BulkReport } from '@souk/contracts/bulk.dto';
import { MyProductQuery, ProductQuery } from '@souk/contracts/product-query.dto';
import {
  ProductDto,
  ProductInput,
  ProductPage,
  ProductPatch,
  ProductReplacement,
} from '@souk/contracts/products.dto';
import type { FastifyReply } from 'fastify';
import { Allow, Public } from '../../platform/access/access';
import { CurrentActor, type Actor, type MaybeActor } from '../../platform/access/actor';
import { Writes } from '../../platform/access/scopes';
import { Cached } from '../../platform/cache/cached';
import { ApiErrors } from '../../platform/http/api-errors';
import { IfMatch, type Seen } from '../../platform/http/conditional';
import { IdPipe } from '../../platform/http/validation';
import { BulkService } from './bulk.service';
import { DuplicateService } from './duplicate.service';
import { ProductLists } from './product-lists';
import type { Product } from './product.entity';
import { ProductOwnerGuard } from './products.guard';
import { ProductsMapper } from './products.mapper';
import { ProductsQueries } from './products.queries';
import { ProductsService } from './products.service';

@Controller('products')
@Writes('products')
export class ProductsController {
  constructor(
    private readonly products: ProductsService,
    private readonly bulk: BulkService,
    private readonly copies: DuplicateService,
    private readonly queries: ProductsQueries,
    private readonly lists: ProductLists,
    private readonly mapper: ProductsMapper,
  ) {}

  /** Active products of active stores. */
  @Get()
  @Public()
  @Cached({ any: ['product', 'stock', 'store', 'category'] })
  list(@Query() query: ProductQuery): Promise<ProductPage> {
    return this.lists.page(this.queries.listed(), query);
  }

  /**
   * Adds a product to a store of the caller's. Add pictures next: for some seconds its announcement waits for the first
   * one. To show it with all of them at once, create it with `isActive: false`, and publish it afterwards.
   */
  @Post()
  @Allow('vendor')
  @ApiErrors('NOT_FOUND')
  async create(
    @Body() input: ProductInput,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProductDto> {
    const product = await this.products.create(actor, input);
    void reply.header('location', `/api/products/${product.id}`);
    return this.mapper.toDto(product);
  }

  /** The caller's own products, inactive ones too. */
  @Get('my-products')
  @Allow('vendor')
  mine(@Query() query: MyProductQuery, @CurrentActor() actor: Actor): Promise<ProductPage> {
    return this.lists.page(this.queries.ownedBy(actor.id), query);
  }

  /**
   * Changes up to 200 of the caller's products alike. Each is changed or refused for itself, in the order of ids, and
   * the answer says which: a product that is missing, or somebody else's, is NOT_FOUND. A price goes for every variant;
   * stock only for products with a single one.
   */
  @Patch('bulk')
  @Allow('vendor')
  bulkEdit(@Body() input: BulkEdit, @CurrentActor() actor: Actor): Promise<BulkReport> {
    return this.bulk.edit(actor, input);
  }

  /** One product; a hidden one only for its vendor. */
  @Get(':id')
  @Public()
  @Cached({ any: ['store', 'category'], one: { product: 'id' } })
  async get(@Param('id', IdPipe) id: number, @CurrentActor() actor: MaybeActor): Promise<ProductDto> {
    return this.mapper.toDto(await this.queries.findVisible(actor, id));
  }

  /**
   * Replaces the editable fields. `variants` replaces the set: those with an `id` are changed, the others are new,
   * those left out are no longer sold.
   */
  @Put(':id')
  @Allow('owner', ProductOwnerGuard)
  async replace(
    @Param('id', IdPipe) id: number,
    @Body() input: ProductReplacement,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: Seen,
  ): Promise<ProductDto> {
    return this.mapper.toDto(await this.products.replace(actor, id, input, this.checkedBy(seen)));
  }

  /** Changes the fields that are given; `variants` replaces the set, as in PUT. */
  @Patch(':id')
  @Allow('owner', ProductOwnerGuard)
  async update(
    @Param('id', IdPipe) id: number,
    @Body() input: ProductPatch,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: Seen,
  ): Promise<ProductDto> {
    return this.mapper.toDto(await this.products.update(actor, id, input, this.checkedBy(seen)));
  }

  /**
   * Copies a product as a draft of the same store: its texts, variants and pictures, "(copy)" after its name, nothing
   * on hand. The file of a digital product is not copied.
   */
  @Post(':id/duplicate')
  @Allow('owner', ProductOwnerGuard)
  async duplicate(
    @Param('id', IdPipe) id: number,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProductDto> {
    const copy = await this.copies.duplicate(actor, id);
    void reply.header('location', `/api/products/${copy.id}`);
    return this.mapper.toDto(copy);
  }

  /** Takes a product off the market for good. Past orders stay readable. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('owner', ProductOwnerGuard)
  async delete(
    @Param('id', IdPipe) id: number,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: Seen,
  ): Promise<void> {
    await this.products.delete(actor, id, this.checkedBy(seen));
  }

  private checkedBy(seen: Seen) {
    return seen.checkedBy((product: Product) => this.mapper.toDto(product));
  }
}
