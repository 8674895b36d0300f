import { Module } from '@nestjs/common';
import { Accounts } from './accounts';
import { Callers } from './callers';
import { Limiter } from './limiter';
import { SharedCounts } from './shared-counts';

@Module({
  providers: [Callers, Accounts, SharedCounts, Limiter],
  exports: [Callers, Accounts, SharedCounts, Limiter],
})
export class LimitsModule {}
