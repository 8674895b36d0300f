import { Global, Module } from '@nestjs/common';
import { Housekeeping } from './housekeeping';

@Global()
@Module({ providers: [Housekeeping], exports: [Housekeeping] })
export class JobsModule {}
