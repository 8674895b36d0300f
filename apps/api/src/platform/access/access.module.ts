import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { MediaTypeGuard } from '../http/media-type.guard';
import { QueryGuard } from '../http/query.guard';
import { AccessGuard } from './access.guard';

@Module({
  imports: [PassportModule, DiscoveryModule],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: MediaTypeGuard },
    { provide: APP_GUARD, useClass: QueryGuard },
  ],
})
export class AccessModule {}
