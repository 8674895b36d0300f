import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In, LessThan, type Repository } from 'typeorm';
import type { Actor, MaybeActor } from '../../platform/access/actor';
import { Database, isDuplicate } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { Housekeeping } from '../../platform/jobs/housekeeping';
import { RequestInProgress } from '../cart/cart.errors';
import { CartsMerged, CheckoutJoined } from '../cart/cart.events';
import { IdempotencyKey } from './idempotency-key.entity';
import { IdempotencyKeyReused } from './orders.errors';

/** Twice as long as a payment is waited for; afterwards a request that never finished counts as killed. */
const LOCK_MS = 20_000;
const KEPT_MS = 24 * 3600_000;

export interface Claim {
  id: number;
  /** Until then nobody else takes it over. */
  lockedUntil: Date;
  /** The order that an earlier request with this key has placed; null: this request is the first. */
  orderId: number | null;
}

/** Makes a repeated request find what the first one did. A key is remembered for a day. */
@Injectable()
export class IdempotencyService {
  constructor(
    private readonly database: Database,
    events: Events,
    housekeeping: Housekeeping,
  ) {
    // who signs in while an answer is awaited, repeats the request as a user
    events.during(CartsMerged, ({ fromCartId, userId }) => this.move(ofCart(fromCartId), ofUser(userId)));
    events.during(CheckoutJoined, ({ cartId, userId }) => this.move(ofCart(cartId), ofUser(userId)));
    housekeeping.contribute(IdempotencyKey, () => ({ createdAt: LessThan(new Date(Date.now() - KEPT_MS)) }));
  }

  /**
   * Of who has no cart, and so nothing to order: what an earlier request with this key has placed, as a guest whose cart
   * is still being checked out. @throws RequestInProgress, IdempotencyKeyReused
   */
  async placedBy(buyer: Actor, key: string, request: object): Promise<number | null> {
    const known = await this.database.repository(IdempotencyKey).findOneBy({ scope: ofUser(buyer.id), key });
    return known && orderOf(known, hashOf(request));
  }

  /** @throws RequestInProgress, IdempotencyKeyReused */
  async claim(buyer: MaybeActor, cartId: number, key: string, request: object): Promise<Claim> {
    const scope = buyer ? ofUser(buyer.id) : ofCart(cartId);
    const requestHash = hashOf(request);
    const now = new Date();
    const lockedUntil = new Date(now.getTime() + LOCK_MS);
    const row = { scope, key, requestHash, orderId: null, lockedUntil, createdAt: now };
    try {
      const { id } = await this.database.run(() => this.database.repository(IdempotencyKey).save(row));
      return { id, lockedUntil, orderId: null };
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return this.repeat(scope, key, requestHash, lockedUntil);
    }
  }

  /**
   * In the unit of work that writes the order, which is undone when the claim was lost meanwhile.
   * @throws RequestInProgress
   */
  attach({ id, lockedUntil }: Claim, orderId: number): Promise<void> {
    return this.write(async (keys) => {
      const { affected } = await keys.update({ id, lockedUntil }, { orderId });
      if (affected !== 1) throw new RequestInProgress();
    });
  }

  /** From now on a repeated request is answered with the order. */
  finish(id: number): Promise<void> {
    return this.write((keys) => keys.update({ id }, { lockedUntil: new Date() }));
  }

  /** Nothing came of it: the same key may try again, unless another request has taken the claim over. */
  release({ id, lockedUntil }: Claim): Promise<void> {
    return this.write((keys) => keys.delete({ id, lockedUntil }));
  }

  private async move(from: string, scope: string): Promise<void> {
    const keys = this.database.repository(IdempotencyKey);
    const moved = await keys.findBy({ scope: from });
    if (moved.length === 0) return;
    const known = await keys.findBy({ scope, key: In(moved.map(({ key }) => key)) });
    const free = moved.filter(({ key }) => known.every((other) => other.key !== key));
    await keys.update({ id: In(free.map(({ id }) => id)) }, { scope });
  }

  private repeat(scope: string, key: string, requestHash: string, lockedUntil: Date): Promise<Claim> {
    return this.database.run(async () => {
      const keys = this.database.repository(IdempotencyKey);
      const known = await keys.findOneBy({ scope, key });
      // released between the two statements
      if (!known) throw new RequestInProgress();
      const orderId = orderOf(known, requestHash);
      if (orderId !== null) return { ...known, orderId };
      const { affected } = await keys.update(
        { id: known.id, lockedUntil: known.lockedUntil },
        { lockedUntil },
      );
      if (affected !== 1) throw new RequestInProgress();
      return { id: known.id, lockedUntil, orderId: null };
    });
  }

  private async write(change: (keys: Repository<IdempotencyKey>) => Promise<unknown>): Promise<void> {
    await this.database.run(() => change(this.database.repository(IdempotencyKey)));
  }
}

/** Null when the request that had the key was killed before it placed one. @throws RequestInProgress, IdempotencyKeyReused */
function orderOf(known: IdempotencyKey, requestHash: string): number | null {
  if (known.requestHash !== requestHash) throw new IdempotencyKeyReused();
  if (known.lockedUntil > new Date()) throw new RequestInProgress();
  return known.orderId;
}

const ofUser = (id: number) => `user:${id}`;
const ofCart = (id: number) => `cart:${id}`;

const hashOf = (request: object) => createHash('sha256').update(canonical(request)).digest('hex');

/** JSON in which the order of fields says nothing, and a field that is left out is as good as `null`. */
export const canonical = (request: object) =>
  JSON.stringify(request, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, field]) => field !== null)
            .sort(),
        )
      : value,
  );
