import { Controller, Get, Query } from '@nestjs/common';
import { MailDto, MailPage, MailQuery } from '@souk/contracts/mails.dto';
import { Allow } from '../access/access';
import { wordsOf } from '../events/masked';
import type { MailEntry } from './mail-entry.entity';
import { MailLog } from './mail-log';

@Controller('admin/mails')
@Allow('staff')
export class MailsController {
  constructor(private readonly log: MailLog) {}

  /** The mails of the last 30 days, newest first: that they were sent, or why not. A job that failed is tried again by `POST /admin/jobs/{id}/retry`. */
  @Get()
  async list(@Query() query: MailQuery): Promise<MailPage> {
    const { items, ...rest } = await this.log.list(query);
    return { ...rest, items: items.map(toMailDto) };
  }
}

function toMailDto({ id, kind, recipient, status, attempts, lastError, ...times }: MailEntry): MailDto {
  return {
    ...{ id, kind, recipient, status, attempts, lastError: wordsOf(lastError) },
    createdAt: times.createdAt.toISOString(),
    updatedAt: times.updatedAt.toISOString(),
  };
}
