import { Injectable } from '@nestjs/common';
import { Events } from '../../platform/events/events';
import { OwnData } from '../users/own-data';
import { UserErased } from '../users/users.events';
import { WishlistMapper } from './wishlist.mapper';
import { WishlistService } from './wishlist.service';

@Injectable()
export class WishlistOwnData {
  constructor(wishlist: WishlistService, mapper: WishlistMapper, ownData: OwnData, events: Events) {
    ownData.contribute('wishList', async ({ id }) => mapper.toDtos(await wishlist.heldOn(id)));
    events.during(UserErased, ({ userId }) => wishlist.removeAll(userId));
  }
}
