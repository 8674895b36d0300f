import { Global, Module } from '@nestjs/common';
import { PublicFetch } from './public-fetch';
import { PublicNetwork } from './public-network';

@Global()
@Module({ providers: [PublicNetwork, PublicFetch], exports: [PublicNetwork, PublicFetch] })
export class NetworkModule {}
