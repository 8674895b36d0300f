import { startStripeServer, type StripeServer } from '../../../test/stripe-server';
import { StripeRail } from './stripe-rail';

let stripe: StripeServer;
let rail: StripeRail;
beforeAll(async () => {
  stripe = await startStripeServer();
  const { STRIPE_SECRET_KEY = '', STRIPE_API_BASE } = stripe.settings;
  rail = new StripeRail({ secretKey: STRIPE_SECRET_KEY, apiBase: STRIPE_API_BASE });
});
afterAll(() => stripe.close());

const transfer = { payoutId: 7, amount: 2290, currency: 'USD', account: 'acct_1A2b3C' };

it('makes one transfer per payout, also when its answer was lost', async () => {
  stripe.loseNextAnswer();
  await expect(rail.send(transfer)).rejects.toThrow();
  const first = await rail.send(transfer);
  expect(first).toEqual({ status: 'paid', reference: expect.stringMatching(/^tr_/) });
  expect(await rail.send(transfer)).toEqual(first);
  expect(stripe.transfers).toEqual([
    expect.objectContaining({ amount: '2290', destination: 'acct_1A2b3C', transfer_group: 'payout_7' }),
  ]);
});

it('tells what Stripe refuses for good', async () => {
  const unknown = { ...transfer, payoutId: 8, account: 'acct_unknown' };
  expect(await rail.send(unknown)).toEqual({ status: 'refused', reason: expect.stringMatching(/./) });
});

it.each([
  ['acct_1A2b3C', true],
  ['DE89 3704', false],
  [null, false],
])('takes the account %p: %p', (account, good) => expect(rail.refusalOf(account) === null).toBe(good));
