import { Global, Module } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log';
import { Events } from './events';
import { JobsController } from './jobs.controller';
import { JobsService } from './jobs.service';
import { Relay } from './relay';
import { Telling } from './telling';

@Global()
@Module({
  controllers: [JobsController],
  providers: [Events, Telling, Relay, JobsService, AuditLog],
  exports: [Events, Relay],
})
export class EventsModule {}
