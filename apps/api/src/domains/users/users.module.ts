import { Module } from '@nestjs/common';
import { ErasureService } from './erasure.service';
import { OwnData } from './own-data';
import { UsersService } from './users.service';

@Module({
  providers: [UsersService, ErasureService, OwnData],
  exports: [UsersService, ErasureService, OwnData],
})
export class UsersModule {}
