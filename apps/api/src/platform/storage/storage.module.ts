import { Global, Module } from '@nestjs/common';
import { DiskStorage } from './disk-storage';
import { LeftPictures } from './left-pictures';
import { PictureJobs } from './picture-jobs';
import { Pictures } from './pictures';
import { Storage } from './storage';

@Global()
@Module({
  providers: [{ provide: Storage, useClass: DiskStorage }, Pictures, LeftPictures, PictureJobs],
  exports: [Storage, Pictures, LeftPictures],
})
export class StorageModule {}
