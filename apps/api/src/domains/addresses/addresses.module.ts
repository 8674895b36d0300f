import { Module } from '@nestjs/common';
import { UsersModule } from '../users/users.module';
import { AddressesController } from './addresses.controller';
import { AddressesOwnData } from './addresses.own-data';
import { AddressesService } from './addresses.service';

@Module({
  imports: [UsersModule],
  controllers: [AddressesController],
  providers: [AddressesService, AddressesOwnData],
})
export class AddressesModule {}
