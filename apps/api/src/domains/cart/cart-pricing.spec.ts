import assert from 'node:assert/strict';
import fc from 'fast-check';
import { allocate } from '../../platform/money/shares';
import type { Sellable } from '../products/products.queries';
import { Store } from '../stores/store.entity';
import { CartItem } from './cart.entity';
import { priceCart, type PricedCart } from './cart-pricing';
import { taxOn, type Tax } from './tax';

const RUNS = { numRuns: 10_000 };

const amount = fc.oneof(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 100_000_000 }));
const line = fc.record({
  storeId: fc.integer({ min: 1, max: 4 }),
  price: amount,
  quantity: fc.integer({ min: 1, max: 999 }),
  digital: fc.boolean(),
  isAvailable: fc.boolean(),
});
const terms = fc.record({
  mode: fc.constantFrom<Tax['mode']>('none', 'inclusive', 'exclusive'),
  rate: fc.integer({ min: 0, max: 100_000 }),
  fee: amount,
  freeOver: fc.option(amount),
  /** Of what the goods of a store cost. */
  discounts: fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 5, maxLength: 5 }),
});
type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;
type Drawn = typeof terms extends fc.Arbitrary<infer T> ? T : never;

function priced(lines: Line[], { mode, rate, fee, freeOver, discounts }: Drawn): PricedCart {
  const storeOf = (id: number) =>
    Object.assign(new Store(), { id, shippingFee: fee, freeShippingOver: freeOver });
  const stores = new Map([1, 2, 3, 4].map((id) => [id, storeOf(id)]));
  const items = lines.map(({ quantity }, variantId) =>
    Object.assign(new CartItem(), { variantId, quantity }),
  );
  const sellables = lines.map(({ storeId, price, digital, isAvailable }, id) => {
    const sellable = {
      variant: { id, price },
      product: { digital },
      store: stores.get(storeId),
      isAvailable,
    };
    return [id, sellable as Sellable] as const;
  });
  return priceCart(items, new Map(sellables), {
    tax: { mode, rate },
    isEstimate: false,
    estimatedTax: { mode, rate },
    couponOf: (storeId, subtotal) => ({
      ...{ code: 'ANY', coupon: null, problem: null },
      discount: Math.floor((subtotal * (discounts[storeId] ?? 0)) / 10_000),
    }),
  });
}

const sum = <T>(rows: T[], of: (row: T) => number) => rows.reduce((total, row) => total + of(row), 0);

const notNegative = (...amounts: number[]) => assert.ok(Math.min(...amounts) >= 0);

// by node's assert, which takes a hundredth of the time of Jest's: here are a million sums
it('adds up to the cent and is never negative, over random carts', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), terms, (lines, drawn) => {
      const cart = priced(lines, drawn);
      for (const store of cart.stores) {
        assert.equal(
          sum(store.lines, (one) => one.total),
          store.subtotal,
        );
        assert.equal(
          sum(store.lines, (one) => one.discount),
          store.discount,
        );
        const allTax = sum(store.lines, (one) => one.tax) + store.shippingTax;
        assert.equal(store.tax, drawn.mode === 'exclusive' ? allTax : 0);
        assert.equal(store.taxIncluded, drawn.mode === 'exclusive' ? 0 : allTax);
        assert.equal(store.total, store.subtotal - store.discount + store.shipping + store.tax);
        notNegative(store.shipping, store.shippingTax, store.total - store.taxIncluded);
      }
      for (const { total, discount, tax } of cart.lines) notNegative(discount, tax, total - discount);
      const goods = sum(cart.lines, (one) => one.total) - sum(cart.lines, (one) => one.discount);
      assert.equal(goods + cart.shippingTotal + cart.taxTotal, cart.total);
      assert.equal(
        sum(cart.stores, (store) => store.total),
        cart.total,
      );
      assert.equal(cart.lines.length, lines.length);
    }),
    RUNS,
  );
});

it('charges the same whether a tax is added to what is left or contained in what is paid', () => {
  const net = fc.integer({ min: 0, max: 10_000_000_000_000 });
  fc.assert(
    fc.property(net, fc.integer({ min: 0, max: 100_000 }), (base, rate) => {
      const added = taxOn(base, { mode: 'exclusive', rate });
      assert.equal(taxOn(base + added, { mode: 'inclusive', rate }), added);
    }),
    RUNS,
  );
});

it('splits every amount exactly, and each share is less than a unit away from what is due', () => {
  fc.assert(
    fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 20 }), (whole, weights) => {
      const shares = allocate(whole, weights);
      assert.equal(
        sum(shares, (share) => share),
        whole,
      );
      const all = sum(weights, (weight) => weight);
      if (all === 0) return;
      shares.forEach((share, index) => {
        assert.ok(Math.abs(share - (whole * (weights[index] ?? 0)) / all) < 1);
      });
    }),
    RUNS,
  );
});

it('gives a unit that cannot be split to the largest remainder', () => {
  expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
  expect(allocate(5, [3, 1])).toEqual([4, 1]);
  expect(allocate(7, [0, 0])).toEqual([7, 0]);
});

it.each<[number, Tax, number]>([
  [10_000, { mode: 'exclusive', rate: 19_000 }, 1900],
  [11_900, { mode: 'inclusive', rate: 19_000 }, 1900],
  [50, { mode: 'exclusive', rate: 7_250 }, 4],
  [10, { mode: 'exclusive', rate: 5_000 }, 1],
  [10_000, { mode: 'none', rate: 19_000 }, 0],
])('taxes %i by %p with %i', (base, tax, due) => expect(taxOn(base, tax)).toBe(due));

it('measures free shipping by what is paid for the shipped goods', () => {
  const mug = { storeId: 1, price: 6000, quantity: 1, digital: false, isAvailable: true };
  const book = { ...mug, digital: true };
  const drawn: Drawn = { mode: 'none', rate: 0, fee: 490, freeOver: 5500, discounts: [0, 0, 0, 0, 0] };
  const less = { ...drawn, discounts: [0, 1000, 0, 0, 0] };
  expect(priced([mug], drawn).shippingTotal).toBe(0);
  expect(priced([mug], less)).toMatchObject({ discountTotal: 600, shippingTotal: 490, total: 5890 });
  expect(priced([book], less)).toMatchObject({ shippingTotal: 0, shippingRequired: false });
  expect(priced([mug], { ...drawn, freeOver: null, discounts: [0, 10_000, 0, 0, 0] }).total).toBe(490);
  expect(priced([{ ...mug, isAvailable: false }], drawn).shippingTotal).toBe(0);
});
