import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { AddressDto, AddressInput, AddressPage, AddressPatch } from '@souk/contracts/addresses.dto';
import { PageQuery } from '@souk/contracts/common.dto';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { Writes } from '../../platform/access/scopes';
import { IfMatch, type Seen } from '../../platform/http/conditional';
import { IdPipe } from '../../platform/http/validation';
import { toAddressDto } from './addresses.mapper';
import { AddressesService } from './addresses.service';

@Controller('addresses')
@Allow('user')
@Writes('orders')
export class AddressesController {
  constructor(private readonly addresses: AddressesService) {}

  /** The caller's address book, newest first. */
  @Get()
  async list(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<AddressPage> {
    const { items, ...rest } = await this.addresses.page(actor.id, query);
    return { ...rest, items: items.map(toAddressDto) };
  }

  /** Keeps an address for the next order; up to 50. The first one is the default. */
  @Post()
  async create(
    @Body() input: AddressInput,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AddressDto> {
    const address = await this.addresses.create(actor.id, input);
    void reply.header('location', `/api/addresses/${address.id}`);
    return toAddressDto(address);
  }

  /** One address of the caller. */
  @Get(':id')
  async get(@Param('id', IdPipe) id: number, @CurrentActor() actor: Actor): Promise<AddressDto> {
    return toAddressDto(await this.addresses.find(actor.id, id));
  }

  /** Replaces an address. It stops being the default when another one becomes it. Orders keep what they were sent to. */
  @Put(':id')
  async replace(
    @Param('id', IdPipe) id: number,
    @Body() input: AddressInput,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: Seen,
  ): Promise<AddressDto> {
    return toAddressDto(await this.addresses.replace(actor.id, id, input, seen.checkedBy(toAddressDto)));
  }

  /** Changes the fields that are given. */
  @Patch(':id')
  async update(
    @Param('id', IdPipe) id: number,
    @Body() input: AddressPatch,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: Seen,
  ): Promise<AddressDto> {
    return toAddressDto(await this.addresses.update(actor.id, id, input, seen.checkedBy(toAddressDto)));
  }

  /** The newest of the others becomes the default when this one was. */
  @Delete(':id')
  @HttpCode(204)
  async delete(
    @Param('id', IdPipe) id: number,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: Seen,
  ): Promise<void> {
    await this.addresses.delete(actor.id, id, seen.checkedBy(toAddressDto));
  }
}
