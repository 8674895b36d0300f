import { Module } from '@nestjs/common';
import { Accounts } from './accounts';
import { Callers } from './callers';
import { SharedCounts } from './shared-counts';

@Module({
  providers: [Callers, Accounts, SharedCounts],
  exports: [Callers, Accounts, SharedCounts],
})
export class LimitsModule {}
