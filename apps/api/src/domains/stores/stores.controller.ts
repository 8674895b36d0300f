import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import { StoreDto, StoreInput, StorePage, StorePatch, StoreQuery } from '@souk/contracts/stores.dto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Public } from '../../platform/access/access';
import { CurrentActor, type Actor, type MaybeActor } from '../../platform/access/actor';
import { Writes } from '../../platform/access/scopes';
import { Cached } from '../../platform/cache/cached';
import { IfMatch, type Seen } from '../../platform/http/conditional';
import { ApiUpload, readUpload } from '../../platform/http/upload';
import { IdPipe } from '../../platform/http/validation';
import type { Store } from './store.entity';
import { StoreOwnerGuard } from './stores.guard';
import { StoresMapper } from './stores.mapper';
import { StoresQueries } from './stores.queries';
import { StoresService } from './stores.service';

@Controller('stores')
@Writes('products')
export class StoresController {
  constructor(
    private readonly stores: StoresService,
    private readonly queries: StoresQueries,
    private readonly mapper: StoresMapper,
  ) {}

  /** Active stores. */
  @Get()
  @Public()
  @Cached({ any: ['store', 'user'] })
  async list(@Query() query: StoreQuery): Promise<StorePage> {
    const { items, ...rest } = await this.queries.listed(query);
    return { ...rest, items: await this.mapper.toDtos(items) };
  }

  /** Opens a store. */
  @Post()
  @Allow('vendor')
  async create(
    @Body() input: StoreInput,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StoreDto> {
    const store = await this.stores.open(actor, input);
    void reply.header('location', `/api/stores/${store.id}`);
    return this.mapper.toDto(store);
  }

  /** The caller's own stores, inactive ones too. */
  @Get('my-stores')
  @Allow('vendor')
  async mine(@Query() query: StoreQuery, @CurrentActor() actor: Actor): Promise<StorePage> {
    const { items, ...rest } = await this.queries.ownedBy(actor.id, query);
    return { ...rest, items: await this.mapper.toDtos(items) };
  }

  /** One store; an inactive one only for its vendor. */
  @Get(':id')
  @Public()
  @Cached({ any: ['user'], one: { store: 'id' } })
  async get(@Param('id', IdPipe) id: number, @CurrentActor() actor: MaybeActor): Promise<StoreDto> {
    return this.mapper.toDto(await this.queries.findVisible(actor, id));
  }

  /** Replaces the editable fields. */
  @Put(':id')
  @Allow('owner', StoreOwnerGuard)
  async replace(
    @Param('id', IdPipe) id: number,
    @Body() input: StoreInput,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: Seen,
  ): Promise<StoreDto> {
    return this.mapper.toDto(await this.stores.replace(actor, id, input, this.checkedBy(seen)));
  }

  /** Changes the fields that are given. */
  @Patch(':id')
  @Allow('owner', StoreOwnerGuard)
  async update(
    @Param('id', IdPipe) id: number,
    @Body() input: StorePatch,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: Seen,
  ): Promise<StoreDto> {
    return this.mapper.toDto(await this.stores.update(actor, id, input, this.checkedBy(seen)));
  }

  /** Closes a store for good, with its products. Past orders stay readable. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('owner', StoreOwnerGuard)
  async delete(
    @Param('id', IdPipe) id: number,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: Seen,
  ): Promise<void> {
    await this.stores.delete(actor, id, this.checkedBy(seen));
  }

  /** The store's picture, square: JPEG, PNG, WebP or AVIF. */
  @Put(':id/logo')
  @Allow('owner', StoreOwnerGuard)
  @ApiUpload()
  async setLogo(
    @Param('id', IdPipe) id: number,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<StoreDto> {
    const { bytes } = await readUpload(request, LIMITS.imageUpload.bytes);
    return this.mapper.toDto(await this.stores.setPicture(actor, id, 'logoKey', bytes));
  }

  /** The store's wide picture: JPEG, PNG, WebP or AVIF. */
  @Put(':id/banner')
  @Allow('owner', StoreOwnerGuard)
  @ApiUpload()
  async setBanner(
    @Param('id', IdPipe) id: number,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
  ): Promise<StoreDto> {
    const { bytes } = await readUpload(request, LIMITS.imageUpload.bytes);
    return this.mapper.toDto(await this.stores.setPicture(actor, id, 'bannerKey', bytes));
  }

  private checkedBy(seen: Seen) {
    return seen.checkedBy((store: Store) => this.mapper.toDto(store));
  }
}
