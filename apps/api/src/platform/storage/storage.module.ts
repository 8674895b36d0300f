import { Global, Module } from '@nestjs/common';
import { DiskStorage } from './disk-storage';
import { Pictures } from './pictures';
import { Storage } from './storage';

@Global()
@Module({
  providers: [{ provide: Storage, useClass: DiskStorage }, Pictures],
  exports: [Storage, Pictures],
})
export class StorageModule {}
