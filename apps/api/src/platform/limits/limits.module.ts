import { Module } from '@nestjs/common';
import { ThrottlerModule } from '@nestjs/throttler';
import { Callers } from './callers';

/** Counts in this process's memory; a `storage` given to ThrottlerModule would count for several. */
@Module({
  imports: [ThrottlerModule.forRoot({ throttlers: [] })],
  providers: [Callers],
  exports: [Callers, ThrottlerModule],
})
export class LimitsModule {}
