import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { JobDto, JobPage, JobQuery } from '@souk/contracts/jobs.dto';
import { Allow } from '../access/access';
import { CurrentActor, type Actor } from '../access/actor';
import { ApiErrors } from '../http/api-errors';
import { IdPipe } from '../http/validation';
import { toJobDto } from './jobs.mapper';
import { JobsService } from './jobs.service';

/** What follows from what has happened. */
@Controller('admin/jobs')
@Allow('staff')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  /** Every job that is not done, newest first: due, running, postponed after a failure, or given up. */
  @Get()
  async list(@Query() query: JobQuery): Promise<JobPage> {
    const { items, ...rest } = await this.jobs.list(query);
    return { ...rest, items: items.map(toJobDto) };
  }

  /** Tries a job that has failed, or was given up, at once. What was done is not done again. */
  @Post(':id/retry')
  @HttpCode(200)
  @ApiErrors('INVALID_TRANSITION')
  async retry(@Param('id', IdPipe) id: number, @CurrentActor() staff: Actor): Promise<JobDto> {
    return toJobDto(await this.jobs.retry(staff, id));
  }
}
