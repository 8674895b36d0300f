import { Injectable } from '@nestjs/common';
import type { StoreQuery, StoreRef } from '@souk/contracts/stores.dto';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { MaybeActor } from '../../platform/access/actor';
import { Remembered } from '../../platform/cache/remembered';
import { one } from '../../platform/cache/topics';
import { Database } from '../../platform/database/database';
import { likeWords } from '../../platform/database/like';
import { NotFound } from '../../platform/http/errors';
import { page, type Order, type PageOf } from '../../platform/http/pagination';
import { Store } from './store.entity';
import { toStoreRef } from './stores.mapper';
import { canManageStore, canSeeStore } from './stores.policy';

const ORDERS: Record<NonNullable<StoreQuery['sort']>, Order<Store>> = {
  newest: { by: 'store.id', id: 'store.id', direction: 'DESC', key: (store) => store.id },
  name: { by: 'store.name', id: 'store.id', direction: 'ASC', key: (store) => store.name },
  rating: { by: 'store.ratingRank', id: 'store.id', direction: 'DESC', key: (store) => store.ratingRank },
};

/** A few hundred bytes each. */
const REFS_MAX = 5000;

const OPEN = 'store.isActive = :active AND store.suspendedAt IS NULL AND store.vendorDeactivatedAt IS NULL';

@Injectable()
export class StoresQueries {
  /** Deleted ones too. */
  readonly refs: (ids: readonly number[]) => Promise<Map<number, StoreRef>>;

  constructor(
    private readonly database: Database,
    remembered: Remembered,
  ) {
    this.refs = remembered.byId(
      REFS_MAX,
      (id) => one('store', id),
      async (ids) => {
        const stores = await this.byIds(ids);
        return new Map([...stores].map(([id, store]) => [id, toStoreRef(store)]));
      },
    );
  }

  /** What the actor may know of: active stores, and the own ones. */
  visibleTo(actor: MaybeActor): SelectQueryBuilder<Store> {
    const stores = this.all();
    if (actor?.isStaff) return stores;
    return stores.andWhere(`((${OPEN}) OR store.vendorId = :actorId)`, {
      active: true,
      actorId: actor?.id ?? 0,
    });
  }

  /** @throws NotFound, for hidden stores as for missing ones */
  async findVisible(actor: MaybeActor, id: number): Promise<Store> {
    const store = await this.visibleTo(actor).andWhere('store.id = :id', { id }).getOne();
    if (!store) throw new NotFound('store');
    return store;
  }

  /** A closed one too for its vendor, whose money it still has. @throws NotFound */
  async findForMoney(actor: MaybeActor, id: number): Promise<Store> {
    const store = await this.database.repository(Store).findOneBy({ id });
    if (!store || !(canSeeStore(actor, store) || canManageStore(actor, store))) throw new NotFound('store');
    return store;
  }

  /** Nobody else changes it, nor what it counts, until the unit of work ends. @throws NotFound */
  async lockVisible(actor: MaybeActor, id: number): Promise<Store> {
    const store = await this.database
      .locked(this.visibleTo(actor).andWhere('store.id = :id', { id }))
      .getOne();
    if (!store) throw new NotFound('store');
    return store;
  }

  listed(query: StoreQuery): Promise<PageOf<Store>> {
    return this.list(this.active(), query);
  }

  ofVendor(vendorId: number, query: StoreQuery): Promise<PageOf<Store>> {
    return this.list(this.active().andWhere('store.vendorId = :vendorId', { vendorId }), query);
  }

  /** Inactive ones too. */
  ownedBy(vendorId: number, query: StoreQuery): Promise<PageOf<Store>> {
    return this.list(this.all().andWhere('store.vendorId = :vendorId', { vendorId }), query);
  }

  /** Active stores with goods whose names have words that begin with each of these (letters and digits only). */
  named(words: string[], most: number): Promise<Store[]> {
    const stores = this.active().andWhere('store.productCount > 0');
    for (const [index, word] of words.entries())
      stores.andWhere(`(store.name LIKE :first${index} OR store.name LIKE :later${index})`, {
        [`first${index}`]: `${word}%`,
        [`later${index}`]: `% ${word}%`,
      });
    return stores.orderBy('store.name').addOrderBy('store.id').take(most).getMany();
  }

  /** Deleted ones too: orders and carts still name them. */
  async byIds(ids: number[]): Promise<Map<number, Store>> {
    const stores =
      ids.length > 0 ? await this.database.repository(Store).findBy({ id: In([...new Set(ids)]) }) : [];
    return new Map(stores.map((store) => [store.id, store]));
  }

  async idsOwnedBy(vendorId: number): Promise<number[]> {
    const stores = await this.database.repository(Store).find({ where: { vendorId }, select: { id: true } });
    return stores.map((store) => store.id);
  }

  /** Sums over a vendor's active stores. */
  async figuresOf(vendorId: number) {
    const stores = await this.active().andWhere('store.vendorId = :vendorId', { vendorId }).getMany();
    const sum = (figure: (store: Store) => number) =>
      stores.reduce((total, store) => total + figure(store), 0);
    return {
      storeCount: stores.length,
      productCount: sum((store) => store.productCount),
      ratingSum: sum((store) => store.ratingSum),
      ratingCount: sum((store) => store.ratingCount),
    };
  }

  private all(): SelectQueryBuilder<Store> {
    return this.database.repository(Store).createQueryBuilder('store').where('store.deletedAt IS NULL');
  }

  private active(): SelectQueryBuilder<Store> {
    return this.all().andWhere(OPEN, { active: true });
  }

  private list(stores: SelectQueryBuilder<Store>, query: StoreQuery): Promise<PageOf<Store>> {
    likeWords(query.search ?? '').forEach((word, index) => {
      const name = `word${index}`;
      stores.andWhere(`(store.name LIKE :${name} ESCAPE '!' OR store.description LIKE :${name} ESCAPE '!')`, {
        [name]: word,
      });
    });
    return page(stores, ORDERS[query.sort ?? 'newest'], query);
  }
}
