import type { MaybeActor } from '../../platform/access/actor';
import type { Store } from '../stores/store.entity';
import { canManageStore } from '../stores/stores.policy';
import type { Product } from './product.entity';

/** A product belongs to whom its store belongs to. */
export const canManageProduct = (actor: MaybeActor, product: Product, store: Store): boolean =>
  product.storeId === store.id && canManageStore(actor, store);
