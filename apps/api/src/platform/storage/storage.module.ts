import { Global, Module } from '@nestjs/common';
import { Config } from '../../config/config';
import { DiskStorage } from './disk-storage';
import { LeftPictures } from './left-pictures';
import { PictureJobs } from './picture-jobs';
import { Pictures } from './pictures';
import { Storage } from './storage';

const storage = {
  provide: Storage,
  inject: [Config],
  useFactory: async (config: Config): Promise<Storage> => {
    if (!config.s3) return new DiskStorage(config);
    // its client is loaded by those only who use it
    const { S3Storage } = await import('./s3-storage');
    return new S3Storage(config, config.s3);
  },
};

@Global()
@Module({
  providers: [storage, Pictures, LeftPictures, PictureJobs],
  exports: [Storage, Pictures, LeftPictures],
})
export class StorageModule {}
