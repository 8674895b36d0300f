import type { MaybeActor } from '../../platform/access/actor';
import type { Store } from './store.entity';

export const canSeeStore = (actor: MaybeActor, store: Store): boolean =>
  store.deletedAt === null && (store.isOpen || canManageStore(actor, store) || (actor?.isStaff ?? false));

export const canManageStore = (actor: MaybeActor, store: Store): boolean =>
  actor?.userType === 'vendor' && store.vendorId === actor.id;
