import { Global, Module } from '@nestjs/common';
import { Events } from './events';
import { Relay } from './relay';

@Global()
@Module({ providers: [Events, Relay], exports: [Events, Relay] })
export class EventsModule {}
