import { Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/events';
import { OwnData } from '../users/own-data';
import { UserErased } from '../users/users.events';
import { toAddressDto } from './addresses.mapper';
import { AddressesService } from './addresses.service';

@Injectable()
export class AddressesOwnData {
  constructor(addresses: AddressesService, ownData: OwnData, events: Events) {
    ownData.contribute('addressBook', async ({ id }) => (await addresses.heldOn(id)).map(toAddressDto));
    events.during(UserErased, ({ userId }) => addresses.deleteAll(userId));
  }
}
