import type { Actor } from '../../platform/access/actor';
import { Store } from './store.entity';
import { canManageStore, canSeeStore } from './stores.policy';

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
const store = (change: Partial<Store>) =>
  Object.assign(new Store(), { vendorId: 1, isActive: true, suspendedAt: null, deletedAt: null }, change);
const people = {
  anonymous: null,
  owner: actor(1),
  'other vendor': actor(2),
  buyer: actor(3, { userType: 'buyer' }),
  staff: actor(4, { userType: 'buyer', isStaff: true }),
};

describe.each([
  ['active', {}, { anonymous: true, owner: true, 'other vendor': true, buyer: true, staff: true }],
  [
    'inactive',
    { isActive: false },
    { anonymous: false, owner: true, 'other vendor': false, buyer: false, staff: true },
  ],
  [
    'suspended',
    { suspendedAt: new Date() },
    { anonymous: false, owner: true, 'other vendor': false, buyer: false, staff: true },
  ],
  [
    'deleted',
    { deletedAt: new Date() },
    { anonymous: false, owner: false, 'other vendor': false, buyer: false, staff: false },
  ],
] as const)('a store that is %s', (_, state, expected) => {
  it.each(Object.keys(people) as (keyof typeof people)[])('is seen by %s as the table says', (who) =>
    expect(canSeeStore(people[who], store(state))).toBe(expected[who]),
  );
});

it.each([
  ['anonymous', false],
  ['owner', true],
  ['other vendor', false],
  ['buyer', false],
  ['staff', false],
] as const)('is managed by %s: %s', (who, allowed) =>
  expect(canManageStore(people[who], store({}))).toBe(allowed),
);
