import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiKeyInput, ApiKeyPage, NewApiKeyDto } from '@souk/contracts/api-keys.dto';
import { PageQuery } from '@souk/contracts/common.dto';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { InPerson } from '../../platform/access/scopes';
import { IdPipe } from '../../platform/http/validation';
import { ApiKeysService, toApiKeyDto } from './api-keys.service';

/** Ways in for the caller's own programs. */
@Controller('auth/keys')
@Allow('user')
@InPerson()
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  /** The caller's live keys, newest first. */
  @Get()
  async list(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<ApiKeyPage> {
    const { items, ...rest } = await this.keys.live(actor.id, query);
    return { ...rest, items: items.map(toApiKeyDto) };
  }

  /**
   * Makes a key, for `Authorization: Bearer sk_…`. This answer is the only one that has it; 20 keys at most. It works
   * until it is revoked, also after a change of password; a password set by a mailed link revokes every key. While its
   * owner is deactivated it does not work.
   */
  @Post()
  async create(
    @Body() input: ApiKeyInput,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewApiKeyDto> {
    const { row, key } = await this.keys.create(actor, input);
    void reply.header('location', `/api/auth/keys/${row.id}`).header('cache-control', 'no-store');
    return { ...toApiKeyDto(row), key };
  }

  /** Revokes a key; it stops working at once. */
  @Delete(':id')
  @HttpCode(204)
  async revoke(@Param('id', IdPipe) id: number, @CurrentActor() actor: Actor): Promise<void> {
    await this.keys.revoke(actor.id, id);
  }
}
