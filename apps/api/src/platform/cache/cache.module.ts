import { Global, Module } from '@nestjs/common';
import { Answers } from './answers';
import { ChangeLog } from './change-log';
import { Changes } from './changes';
import { Freshness } from './freshness';
import { Remembered } from './remembered';

/** Public answers, kept until what they show changes. */
@Global()
@Module({
  providers: [Freshness, Changes, ChangeLog, Answers, Remembered],
  exports: [Freshness, Changes, Answers, Remembered],
})
export class CacheModule {}
