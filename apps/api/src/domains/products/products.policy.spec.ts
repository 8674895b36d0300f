import type { Actor } from '../../platform/access/actor';
import { Store } from '../stores/store.entity';
import { Product } from './product.entity';
import { canManageProduct } from './products.policy';

const actor = (id: number, change: Partial<Actor> = {}): Actor => ({
  id,
  username: `user${id}`,
  email: `user${id}@example.com`,
  userType: 'vendor',
  isStaff: false,
  sessionId: 1,
  scopes: null,
  ...change,
});
const store = Object.assign(new Store(), { id: 3, vendorId: 1 });
const product = (storeId: number) => Object.assign(new Product(), { storeId });

it.each([
  ['anonymous', null, 3, false],
  ['the vendor', actor(1), 3, true],
  ['another vendor', actor(2), 3, false],
  ['staff', actor(4, { isStaff: true }), 3, false],
  ['the vendor, for a product of another store', actor(1), 4, false],
])('%s', (_, who, storeId, allowed) => {
  expect(canManageProduct(who, product(storeId), store)).toBe(allowed);
});
