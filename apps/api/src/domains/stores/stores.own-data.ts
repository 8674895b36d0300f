import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { LeftPictures, PicturesLeft } from '../../platform/storage/left-pictures';
import { OwnData } from '../users/own-data';
import { UserErased } from '../users/users.events';
import { Store } from './store.entity';
import { visibilityChanges } from './stores.events';
import { StoresMapper } from './stores.mapper';

/** Each has up to 50 characters in the outbox, whose facts must fit a text column. */
const PICTURES_AT_ONCE = 100;

const NOTHING = {
  ...{ name: 'Former store', slug: 'former-store', description: '' },
  ...{ logoKey: null, bannerKey: null, address: null, phone: null, email: null },
};

@Injectable()
export class StoresOwnData {
  constructor(
    private readonly database: Database,
    private readonly events: Events,
    mapper: StoresMapper,
    ownData: OwnData,
    leftPictures: LeftPictures,
  ) {
    ownData.contribute('stores', async ({ id }) => mapper.toDtos(await this.ofVendor(id)));
    events.during(UserErased, ({ userId }) => this.erase(userId));
    leftPictures.contribute((keys) => this.shown(keys));
  }

  /** Closes what is open, as its owner would; orders keep the name that a store had when it sold. */
  private async erase(vendorId: number): Promise<void> {
    const stores = this.database.repository(Store);
    const before = await this.ofVendor(vendorId);
    await stores.update({ vendorId, deletedAt: IsNull() }, { deletedAt: new Date() });
    await stores.update({ vendorId }, { ...NOTHING, isActive: false, updatedAt: new Date() });
    const pictures = before
      .flatMap(({ logoKey, bannerKey }) => [logoKey, bannerKey])
      .flatMap((sizedKey) => (sizedKey ? pictureOf(sizedKey) : []));
    for (let start = 0; start < pictures.length; start += PICTURES_AT_ONCE)
      await this.events.publish(new PicturesLeft(pictures.slice(start, start + PICTURES_AT_ONCE)));
    const closed = before.filter(({ deletedAt }) => !deletedAt).map(({ id }) => id);
    await this.events.publish(...visibilityChanges(closed, false));
  }

  private async shown(keys: string[]): Promise<string[]> {
    const stores = this.database.repository(Store).createQueryBuilder('store');
    for (const [index, key] of keys.entries())
      stores.orWhere(`(store.logoKey LIKE :key${index} OR store.bannerKey LIKE :key${index})`, {
        [`key${index}`]: `${key}-%`,
      });
    const found = await stores.getMany();
    return found.flatMap(({ logoKey, bannerKey }) =>
      [logoKey, bannerKey].flatMap((sizedKey) => (sizedKey ? pictureOf(sizedKey).key : [])),
    );
  }

  private ofVendor(vendorId: number): Promise<Store[]> {
    const stores = this.database.repository(Store).createQueryBuilder('store').where({ vendorId });
    return stores.orderBy('store.id').getMany();
  }
}

/** `4f/4f3c…-400` is the picture `4f/4f3c…`, 400 pixels wide. */
function pictureOf(sizedKey: string) {
  const end = sizedKey.lastIndexOf('-');
  return { key: sizedKey.slice(0, end), width: Number(sizedKey.slice(end + 1)) };
}
