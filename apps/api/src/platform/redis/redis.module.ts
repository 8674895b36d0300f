import { Global, Module } from '@nestjs/common';
import { SharedRedis } from './shared-redis';

/** One connection for the whole process. */
@Global()
@Module({ providers: [SharedRedis], exports: [SharedRedis] })
export class RedisModule {}
