import type { MaybeActor } from '../../platform/access/actor';
import { isAuthor, reviewRefusal } from './reviews.policy';
import type { Review } from './review.entity';

const actor = (id: number, userType: 'buyer' | 'vendor'): MaybeActor => ({
  id,
  userType,
  username: 'jo',
  email: 'jo@example.com',
  isStaff: false,
  sessionId: 1,
  scopes: null,
});

describe('who may review a product of vendor 7', () => {
  it.each<[string, MaybeActor, boolean, boolean]>([
    ['nobody who is not signed in', null, false, false],
    ['no buyer who has not bought it', actor(1, 'buyer'), false, false],
    ['a buyer who has', actor(1, 'buyer'), true, true],
    ['another vendor', actor(8, 'vendor'), false, true],
    ['another vendor who has bought it', actor(8, 'vendor'), true, true],
    ['not its own vendor', actor(7, 'vendor'), false, false],
    ['not its own vendor, even having bought it', actor(7, 'vendor'), true, false],
  ])('%s', (_, who, hasBought, may) => {
    expect(reviewRefusal(who, { vendorId: 7 }, hasBought) === null).toBe(may);
  });
});

it('only the author is the author', () => {
  const review = { userId: 1 } as Review;
  expect([actor(1, 'buyer'), actor(2, 'buyer'), null].map((who) => isAuthor(who, review))).toEqual([
    true,
    false,
    false,
  ]);
});
