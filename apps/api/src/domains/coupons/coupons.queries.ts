import { Injectable } from '@nestjs/common';
import type { PageQuery } from '@souk/contracts/common.dto';
import { In, type SelectQueryBuilder } from 'typeorm';
import { Database } from '../../platform/database/database';
import { NotFound } from '../../platform/http/errors';
import { page, type Order, type PageOf } from '../../platform/http/pagination';
import { Coupon } from './coupon.entity';

const NEWEST: Order<Coupon> = { by: 'coupon.id', id: 'coupon.id', direction: 'DESC', key: ({ id }) => id };

@Injectable()
export class CouponsQueries {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  page(storeId: number, query: PageQuery): Promise<PageOf<Coupon>> {
    return page(this.ofStore(storeId), NEWEST, query);
  }

  /** @throws NotFound */
  async find(storeId: number, id: number): Promise<Coupon> {
    return required(await this.ofStore(storeId).andWhere('coupon.id = :id', { id }).getOne());
  }

  /** Nobody else changes or uses it until the unit of work ends. @throws NotFound */
  async lock(storeId: number, id: number): Promise<Coupon> {
    const query = this.ofStore(storeId).andWhere('coupon.id = :id', { id });
    return required(await this.database.locked(query).getOne());
  }

  /** Those that stores have by a code. */
  byCodes(wanted: { storeId: number; code: string }[]): Promise<Coupon[]> {
    const known = wanted.map(({ storeId, code }) => ({ storeId, code }));
    return known.length === 0 ? Promise.resolve([]) : this.database.repository(Coupon).findBy(known);
  }

  /** Which of the stores have a coupon by this code that is not switched off. */
  async storesWith(code: string, storeIds: number[]): Promise<number[]> {
    if (storeIds.length === 0) return [];
    const found = await this.database
      .repository(Coupon)
      .findBy({ code, storeId: In(storeIds), isActive: true });
    return found.map(({ storeId }) => storeId);
  }

  private ofStore(storeId: number): SelectQueryBuilder<Coupon> {
    const coupons = this.database.repository(Coupon).createQueryBuilder('coupon');
    return coupons.where('coupon.storeId = :storeId', { storeId });
  }
}

function required(coupon: Coupon | null): Coupon {
  if (!coupon) throw new NotFound('coupon');
  return coupon;
}
