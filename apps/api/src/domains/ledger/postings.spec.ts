import fc from 'fast-check';
import { commissionOf } from '../orders/commission';
import {
  postRefund,
  postSale,
  type BookedPart,
  type LedgerAccount,
  type Posting,
  type SoldPart,
} from './postings';

const RUNS = 10_000;
const sum = (postings: Posting[], account?: LedgerAccount, partId?: number) =>
  postings
    .filter((posting) => (!account || posting.account === account) && (!partId || posting.partId === partId))
    .reduce((total, { amount }) => total + amount, 0);

const share = fc
  .record({
    subtotal: fc.oneof(fc.nat(300), fc.nat(100_000_000)),
    discountShare: fc.nat(100),
    shipping: fc.oneof(fc.constant(0), fc.nat(2000)),
    taxPercent: fc.oneof(fc.constant(0), fc.nat(100)),
    isInclusive: fc.boolean(),
    rate: fc.nat(5000),
  })
  .map(({ subtotal, discountShare, shipping, taxPercent, isInclusive, rate }) => {
    const discount = Math.floor((subtotal * discountShare) / 100);
    const net = subtotal - discount + shipping;
    const tax = isInclusive ? 0 : Math.round((net * taxPercent) / 100);
    const taxIncluded = isInclusive ? Math.round((net * taxPercent) / (100 + taxPercent)) : 0;
    const { commission } = commissionOf({ subtotal, discount, shipping, taxIncluded }, rate);
    return { total: net + tax, tax: tax + taxIncluded, commission, goods: subtotal - discount };
  });

/** Of up to four stores, with refunds of random shares of what is left, and then of all that is. */
const story = fc.record({
  parts: fc.array(share, { minLength: 1, maxLength: 4 }),
  refunds: fc.array(fc.record({ part: fc.nat(3), share: fc.nat(100) }), { maxLength: 6 }),
});

const left = (books: Posting[], sold: SoldPart): BookedPart => ({
  sold,
  vendor: sum(books, 'vendor', sold.partId),
  commission: sum(books, 'commission', sold.partId),
  tax: sum(books, 'tax', sold.partId),
});

it(`adds up at every step of ${RUNS} orders and their refunds, and comes to nothing when all went back`, () => {
  fc.assert(
    fc.property(story, ({ parts, refunds }) => {
      const sold = parts.map((part, index) => ({ ...part, partId: index + 1, storeId: index + 1 }));
      const books = postSale(sold);
      const captured = sold.reduce((total, part) => total + part.total, 0);
      let refunded = 0;
      const mustHold = () => {
        const shares = sum(books, 'vendor') + sum(books, 'commission') + sum(books, 'tax');
        if (
          sum(books) !== 0 ||
          shares !== captured - refunded ||
          sum(books, 'gateway') !== refunded - captured
        )
          throw new Error('It does not add up.');
        for (const part of sold) {
          const { vendor, commission, tax } = left(books, part);
          if (Math.min(vendor, commission, tax) < 0) throw new Error('Somebody gave more than they had.');
        }
      };
      const giveBack = (part: SoldPart, percent: number) => {
        const booked = left(books, part);
        const amount = Math.ceil(((booked.vendor + booked.commission + booked.tax) * percent) / 100);
        books.push(...postRefund(booked, amount));
        refunded += amount;
        mustHold();
      };
      mustHold();
      for (const { part, share: percent } of refunds) {
        const one = sold[part % sold.length];
        if (one) giveBack(one, percent);
      }
      for (const part of sold) giveBack(part, 100);
      return (['gateway', 'vendor', 'commission', 'tax'] as const).every(
        (account) => sum(books, account) === 0,
      );
    }),
    { numRuns: RUNS },
  );
});

it('gives each their share', () => {
  const part = { partId: 1, storeId: 7, total: 2490, commission: 200, tax: 398 };
  expect(postSale([part])).toEqual([
    { account: 'gateway', kind: 'sale', amount: -2490, storeId: null, partId: null },
    { account: 'vendor', kind: 'sale', amount: 2490, storeId: 7, partId: 1 },
    { account: 'vendor', kind: 'commission', amount: -200, storeId: 7, partId: 1 },
    { account: 'commission', kind: 'commission', amount: 200, storeId: 7, partId: 1 },
    { account: 'vendor', kind: 'tax', amount: -398, storeId: 7, partId: 1 },
    { account: 'tax', kind: 'tax', amount: 398, storeId: 7, partId: 1 },
  ]);
});

it('lets no more go back than is booked', () => {
  const sold = { partId: 1, storeId: 7, total: 100, commission: 15, tax: 5 };
  const booked = { sold, vendor: 80, commission: 15, tax: 5 };
  expect(() => postRefund(booked, 101)).toThrow(RangeError);
  expect(sum(postRefund(booked, 100), 'vendor')).toBe(-80);
});

it.each([
  [{ subtotal: 999, discount: 0, shipping: 490, taxIncluded: 0 }, 1000, 100],
  [{ subtotal: 1005, discount: 0, shipping: 0, taxIncluded: 0 }, 1000, 101],
  [{ subtotal: 1000, discount: 400, shipping: 0, taxIncluded: 0 }, 1250, 75],
  [{ subtotal: 1, discount: 0, shipping: 0, taxIncluded: 1 }, 5000, 0],
])('keeps of %p at %p basis points %p', (sold, rate, commission) => {
  expect(commissionOf(sold, rate)).toEqual({ commissionRate: rate, commission });
});
