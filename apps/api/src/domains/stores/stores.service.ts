import { Injectable } from '@nestjs/common';
import { LIMITS, toMinor } from '@souk/contracts';
import type { StoreInput, StorePatch } from '@souk/contracts/stores.dto';
import { In } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import type { Check } from '../../platform/http/conditional';
import { AuthenticationRequired } from '../../platform/http/errors';
import { slugOf } from '../../platform/http/slug';
import { Pictures } from '../../platform/storage/pictures';
import { refuseUnchanged, whileSuspended } from '../users/suspension';
import { ActivityChanged } from '../users/users.events';
import { UsersService } from '../users/users.service';
import { Store } from './store.entity';
import {
  LowStockLowered,
  StoreOpened,
  StoreRenamed,
  StoresVisibilityChanged,
  visibilityChanges,
} from './stores.events';
import { StoresQueries } from './stores.queries';

/** What PUT resets when it is left out. */
const DEFAULTS = {
  address: null,
  phone: null,
  email: null,
  isActive: true,
  announce: true,
  shippingFee: '0.00',
  freeShippingOver: null,
  lowStockAt: LIMITS.lowStock.default,
};

@Injectable()
export class StoresService {
  constructor(
    private readonly database: Database,
    private readonly queries: StoresQueries,
    private readonly events: Events,
    private readonly pictures: Pictures,
    private readonly users: UsersService,
  ) {
    events.during(ActivityChanged, ({ userId, isActive }) => this.followVendor(userId, isActive));
  }

  open(actor: Actor, input: StoreInput): Promise<Store> {
    return this.database.run(async () => {
      const vendor = await this.users.lock(actor.id);
      if (!vendor.isActive) throw new AuthenticationRequired('This account is closed.');
      const store = Object.assign(new Store(), {
        vendorId: actor.id,
        logoKey: null,
        bannerKey: null,
        commissionRate: null,
        payoutAccount: null,
        ratingSum: 0,
        ratingCount: 0,
        ratingRank: 0,
        productCount: 0,
        createdAt: new Date(),
        openedAt: null,
        suspendedAt: null,
        vendorDeactivatedAt: null,
        deletedAt: null,
      });
      return this.save(store, { ...DEFAULTS, ...input });
    });
  }

  replace(actor: Actor, id: number, input: StoreInput, check?: Check<Store>): Promise<Store> {
    return this.update(actor, id, { ...DEFAULTS, ...input }, check);
  }

  /** Fields that are undefined stay as they are. */
  update(actor: Actor, id: number, change: StorePatch, check?: Check<Store>): Promise<Store> {
    return this.database.run(async () => {
      const store = await this.queries.lockVisible(actor, id);
      await check?.(store);
      return this.save(store, change);
    });
  }

  /** Gone for everybody; past orders keep naming it. */
  delete(actor: Actor, id: number, check?: Check<Store>): Promise<void> {
    return this.database.run(async () => {
      const store = await this.queries.lockVisible(actor, id);
      await check?.(store);
      await this.database
        .repository(Store)
        .update({ id: store.id }, { isActive: false, deletedAt: new Date() });
      await this.events.publish(new StoresVisibilityChanged([store.id], false));
    });
  }

  /** Staff closes the store, whatever its vendor wants. */
  suspend(staff: Actor, id: number): Promise<Store> {
    return this.setSuspended(staff, id, true);
  }

  /** The store is as its vendor wants it again. */
  restore(staff: Actor, id: number): Promise<Store> {
    return this.setSuspended(staff, id, false);
  }

  async setPicture(actor: Actor, id: number, which: 'logoKey' | 'bannerKey', bytes: Buffer): Promise<Store> {
    const { key, width } = await this.pictures.store(bytes);
    return this.database.run(async () => {
      const store = await this.queries.lockVisible(actor, id);
      store[which] = `${key}-${width}`;
      store.updatedAt = new Date();
      return this.database.repository(Store).save(store);
    });
  }

  /** What the marketplace has agreed with the store. @throws NotFound */
  setCommissionRate(actor: Actor, id: number, commissionRate: number | null): Promise<Store> {
    return this.database.run(async () => {
      const store = await this.queries.lockVisible(actor, id);
      return this.database.repository(Store).save(Object.assign(store, { commissionRate }));
    });
  }

  /** Where the store's money goes, for a vendor who may say so; of a closed one too. */
  setPayoutAccount(id: number, payoutAccount: string | null): Promise<Store> {
    return this.database.run(async () => {
      const stores = this.database.repository(Store);
      await stores.update({ id }, { payoutAccount });
      return stores.findOneByOrFail({ id });
    });
  }

  async setProductCount(ids: number[], productCount: number): Promise<void> {
    await this.database.repository(Store).update({ id: In(ids) }, { productCount });
  }

  /** Moves the average by what one review added or took. */
  async rate(id: number, sum: number, count: number): Promise<void> {
    await this.database.repository(Store).update({ id }, ratingChange(sum, count));
  }

  /** Every store is as it was when its vendor comes back. */
  private async followVendor(vendorId: number, isActive: boolean): Promise<void> {
    const vendorDeactivatedAt = isActive ? null : new Date();
    const stores = this.database.repository(Store);
    await stores.update({ vendorId }, { vendorDeactivatedAt });
    const all = await stores.findBy({ vendorId });
    for (const isVisible of [true, false]) {
      const ids = all.filter(({ isOpen }) => isOpen === isVisible).map(({ id }) => id);
      await this.events.publish(...visibilityChanges(ids, isVisible));
    }
  }

  private setSuspended(staff: Actor, id: number, isSuspended: boolean): Promise<Store> {
    return this.database.run(async () => {
      const store = await this.queries.lockVisible(staff, id);
      refuseUnchanged('store', store.suspendedAt !== null, isSuspended);
      store.suspendedAt = isSuspended ? new Date() : null;
      const saved = await this.database.repository(Store).save(store);
      await this.events.publish(new StoresVisibilityChanged([id], saved.isOpen));
      return this.database.repository(Store).findOneByOrFail({ id });
    });
  }

  private async save(store: Store, change: StorePatch): Promise<Store> {
    const { isActive: wasActive, name: oldName, lowStockAt: oldLowStockAt } = store;
    const { shippingFee, freeShippingOver, ...plain } = definedOnly(
      store.suspendedAt ? whileSuspended('store', change) : change,
    );
    Object.assign(store, plain, { updatedAt: new Date() });
    for (const field of ['address', 'phone', 'email'] as const) store[field] ||= null;
    if (shippingFee !== undefined) store.shippingFee = toMinor(shippingFee);
    if (freeShippingOver !== undefined)
      store.freeShippingOver = freeShippingOver === null ? null : toMinor(freeShippingOver);
    store.slug = slugOf(store.name);
    const isFirstOpening = store.isActive && !store.openedAt;
    if (isFirstOpening) store.openedAt = new Date();
    const saved = await this.database.repository(Store).save(store);
    if (isFirstOpening) await this.events.publish(new StoreOpened(saved.id));
    if (oldName !== undefined && oldName !== saved.name) {
      await this.events.publish(new StoreRenamed(saved.id));
    }
    if (oldLowStockAt > saved.lowStockAt) await this.events.publish(new LowStockLowered(saved.id));
    if (wasActive !== undefined && wasActive !== saved.isActive) {
      await this.events.publish(new StoresVisibilityChanged([saved.id], saved.isOpen));
      // its products have been counted anew
      return this.database.repository(Store).findOneByOrFail({ id: saved.id });
    }
    return saved;
  }
}

/**
 * The rank is set first: MariaDB assigns from left to right and reads what it has just set, SQLite reads the old row.
 * Both numbers are whole and ours, never the caller's text.
 */
export function ratingChange(sum: number, count: number) {
  const newSum = `(rating_sum + ${Math.trunc(sum)})`;
  const newCount = `(rating_count + ${Math.trunc(count)})`;
  return {
    ratingRank: () => `CASE WHEN ${newCount} = 0 THEN 0 ELSE ROUND(1000.0 * ${newSum} / ${newCount}) END`,
    ratingSum: () => newSum,
    ratingCount: () => newCount,
  };
}

const definedOnly = <T extends object>(change: T): Partial<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<T>;
