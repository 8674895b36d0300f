import type { MaybeActor } from '../../platform/access/actor';
import type { Store } from '../stores/store.entity';
import { canManageStore } from '../stores/stores.policy';
import type { Review } from './review.entity';

/** Why the actor may not review products of the store; null when nothing is in the way. */
export function reviewRefusal(
  actor: MaybeActor,
  store: Pick<Store, 'vendorId'>,
  hasBought: boolean,
): string | null {
  if (!actor) return 'Sign in to write a review.';
  if (store.vendorId === actor.id) return 'You cannot review products of your own stores.';
  if (actor.userType === 'vendor' || hasBought) return null;
  return 'Only those who have bought this product may review it.';
}

export const isAuthor = (actor: MaybeActor, review: Review): boolean => actor?.id === review.userId;

/** The store of the reviewed product answers, and nobody else. */
export const canReply = (actor: MaybeActor, store: Store): boolean => canManageStore(actor, store);
