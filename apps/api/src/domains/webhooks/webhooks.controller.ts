import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put, Query, Res } from '@nestjs/common';
import { PageQuery } from '@souk/contracts/common.dto';
import {
  DeliveryDto,
  NewWebhookDto,
  WebhookDto,
  WebhookInput,
  WebhookPage,
  WebhookPatch,
} from '@souk/contracts/webhooks.dto';
import type { FastifyReply } from 'fastify';
import { Allow } from '../../platform/access/access';
import { CurrentActor, type Actor } from '../../platform/access/actor';
import { Writes } from '../../platform/access/scopes';
import { ApiErrors } from '../../platform/http/api-errors';
import { IfMatch, type Seen } from '../../platform/http/conditional';
import { IdPipe } from '../../platform/http/validation';
import { Limit } from '../../platform/limits/limits';
import { DeliveriesService } from './deliveries.service';
import { EndpointsService } from './endpoints.service';
import type { WebhookEndpoint } from './webhook-endpoint.entity';
import { toDeliveryDto, toWebhookDto } from './webhooks.mapper';

/** Addresses of the caller's programs that are told what happens. */
@Controller('webhooks')
@Allow('user')
@Writes('webhooks')
export class WebhooksController {
  constructor(
    private readonly endpoints: EndpointsService,
    private readonly deliveries: DeliveriesService,
  ) {}

  /** The caller's webhooks, newest first. */
  @Get()
  async list(@Query() query: PageQuery, @CurrentActor() actor: Actor): Promise<WebhookPage> {
    const { items, ...rest } = await this.endpoints.page(actor.id, query);
    const waiting = await this.endpoints.waiting(items.map(({ id }) => id));
    return { ...rest, items: items.map((endpoint) => toWebhookDto(endpoint, waiting)) };
  }

  /**
   * Registers an address that is sent what happens from now on, signed after the Standard Webhooks specification; up to
   * 10. This answer is the only one that has the secret.
   */
  @Post()
  async create(
    @Body() input: WebhookInput,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewWebhookDto> {
    const { endpoint, secret } = await this.endpoints.create(actor.id, input);
    void reply.header('location', `/api/webhooks/${endpoint.id}`).header('cache-control', 'no-store');
    return { ...(await this.view(endpoint)), secret };
  }

  /** One webhook of the caller. */
  @Get(':id')
  async get(@Param('id', IdPipe) id: number, @CurrentActor() actor: Actor): Promise<WebhookDto> {
    return this.view(await this.endpoints.find(actor.id, id));
  }

  /** Replaces its fields; its secret stays. Switched on, it is sent at once what waits for it. */
  @Put(':id')
  async replace(
    @Param('id', IdPipe) id: number,
    @Body() input: WebhookInput,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: Seen,
  ): Promise<WebhookDto> {
    return this.view(await this.endpoints.replace(actor.id, id, input, seen.checkedBy(this.view)));
  }

  /** Changes the fields that are given. Switched on, it is sent at once what waits for it. */
  @Patch(':id')
  async update(
    @Param('id', IdPipe) id: number,
    @Body() input: WebhookPatch,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: Seen,
  ): Promise<WebhookDto> {
    return this.view(await this.endpoints.update(actor.id, id, input, seen.checkedBy(this.view)));
  }

  /** Nothing is sent to it any more; its deliveries are forgotten. Events stay in the feed. */
  @Delete(':id')
  @HttpCode(204)
  async delete(
    @Param('id', IdPipe) id: number,
    @CurrentActor() actor: Actor,
    @IfMatch() seen: Seen,
  ): Promise<void> {
    await this.endpoints.delete(actor.id, id, seen.checkedBy(this.view));
  }

  /**
   * Makes a new secret, which only this answer has. For 24 hours requests are signed with the former one too, and with
   * those before it whose 24 hours are not over. With five in all, a new one waits until the oldest has ended.
   */
  @Post(':id/rotate-secret')
  @HttpCode(200)
  @ApiErrors('INVALID_TRANSITION')
  async rotateSecret(
    @Param('id', IdPipe) id: number,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<NewWebhookDto> {
    const { endpoint, secret } = await this.endpoints.rotateSecret(actor.id, id);
    void reply.header('cache-control', 'no-store');
    return { ...(await this.view(endpoint)), secret };
  }

  /** Sends a `ping`, once; its delivery tells what came of it. */
  @Post(':id/test')
  @HttpCode(202)
  @Limit('deliver')
  @ApiErrors('INVALID_TRANSITION')
  async test(@Param('id', IdPipe) id: number, @CurrentActor() actor: Actor): Promise<DeliveryDto> {
    return toDeliveryDto(await this.deliveries.ping(actor.id, id));
  }

  private readonly view = async (endpoint: WebhookEndpoint): Promise<WebhookDto> =>
    toWebhookDto(endpoint, await this.endpoints.waiting([endpoint.id]));
}
