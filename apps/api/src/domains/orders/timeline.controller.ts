import { Controller, Get, Param, Query } from '@nestjs/common';
import { OrderAccessQuery } from '@souk/contracts/orders.dto';
import { OrderTimeline } from '@souk/contracts/timeline.dto';
import { Public } from '../../platform/access/access';
import { CurrentActor, type MaybeActor } from '../../platform/access/actor';
import { IdPipe } from '../../platform/http/validation';
import { TimelineQueries } from './timeline.queries';

@Controller('orders/:id/timeline')
@Public()
export class TimelineController {
  constructor(private readonly timelines: TimelineQueries) {}

  /** What became of an order, for all who see it; vendors read that of their own part. Bounded, so in one piece. */
  @Get()
  async read(
    @Param('id', IdPipe) id: number,
    @Query() { token }: OrderAccessQuery,
    @CurrentActor() actor: MaybeActor,
  ): Promise<OrderTimeline> {
    return { items: await this.timelines.of({ actor, token: token ?? null }, id) };
  }
}
