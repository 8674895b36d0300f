import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { PassportModule } from '@nestjs/passport';
import { MediaTypeGuard } from '../http/media-type.guard';
import { AccessGuard } from './access.guard';

@Module({
  imports: [PassportModule, DiscoveryModule],
  providers: [
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_GUARD, useClass: MediaTypeGuard },
  ],
})
export class AccessModule {}
