import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { MediaTypeGuard } from '../http/media-type.guard';
import { QueryGuard } from '../http/query.guard';
import { CallerGuard } from '../limits/caller.guard';
import { LimitGuard } from '../limits/limit.guard';
import { LimitsModule } from '../limits/limits.module';
import { AccessGuard } from './access.guard';

/** The guards of every route, in their order. */
@Module({
  imports: [PassportModule, DiscoveryModule, LimitsModule],
  providers: [
    { provide: APP_GUARD, useClass: LimitGuard },
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: CallerGuard },
    { provide: APP_GUARD, useClass: MediaTypeGuard },
    { provide: APP_GUARD, useClass: QueryGuard },
  ],
})
export class AccessModule {}
