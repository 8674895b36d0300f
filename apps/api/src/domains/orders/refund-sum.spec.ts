import { OrderItem } from './order-item.entity';
import { OrderPart } from './order-part.entity';
import { refundSum, type Wanted } from './refund-sum';

const LINES = 3;

/** The same numbers in every run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

type Dice = ReturnType<typeof dice>;

function sold(roll: Dice) {
  const isIncluded = roll(2) === 1;
  const items = Array.from({ length: LINES }, (_, id) => {
    const [price, quantity] = [roll(5000), 1 + roll(7)];
    const counts = { refundedQuantity: 0, refundedAmount: 0 };
    const discount = roll(price * quantity + 1);
    return Object.assign(new OrderItem(), { id, price, quantity, discount, tax: roll(500), ...counts });
  });
  const sum = (of: (item: OrderItem) => number) => items.reduce((total, item) => total + of(item), 0);
  const shippingTax = roll(100);
  const tax = sum((item) => item.tax) + shippingTax;
  const part = Object.assign(new OrderPart(), {
    subtotal: sum(({ price, quantity }) => price * quantity),
    discount: sum(({ discount }) => discount),
    shipping: roll(2000) + 100,
    shippingTax,
    tax: isIncluded ? 0 : tax,
    taxIncluded: isIncluded ? tax : 0,
    refundedAmount: 0,
    refundedShipping: 0,
  });
  return { part, items };
}

function carryOut(part: OrderPart, wanted: Wanted): void {
  const { amount, shipping, lines } = refundSum(part, wanted);
  part.refundedAmount += amount;
  part.refundedShipping += shipping;
  for (const [index, { item, quantity }] of wanted.lines.entries()) {
    item.refundedQuantity += quantity;
    item.refundedAmount += lines[index]?.amount ?? 0;
  }
}

const away = ({ quantity, refundedQuantity }: OrderItem) => quantity - refundedQuantity;

describe('what goes back', () => {
  it('comes unit by unit to exactly what was paid', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const roll = dice(seed);
      const { part, items } = sold(roll);
      while (items.some((item) => away(item) > 0)) {
        const item = items[roll(LINES)];
        if (!item || away(item) === 0) continue;
        const quantity = 1 + roll(away(item));
        carryOut(part, { lines: [{ item, quantity, restock: false }], shipping: roll(9) === 0, extra: 0 });
      }
      for (const item of items) expect(item.refundedAmount).toBe(item.paidIn(part));
      carryOut(part, { lines: [], shipping: true, extra: 0 });
      expect(part.refundable).toBe(0);
      expect(part.refundableShipping).toBe(0);
    }
  });

  it('is never more than is left, when amounts without goods went back before', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const roll = dice(seed);
      const { part, items } = sold(roll);
      for (let step = 0; step < 12; step++) {
        const [item] = items.filter((each) => away(each) > 0);
        if (roll(2) === 0 || !item)
          carryOut(part, { lines: [], shipping: false, extra: roll(part.refundable + 1) });
        else
          carryOut(part, {
            lines: [{ item, quantity: 1, restock: false }],
            shipping: roll(4) === 0,
            extra: 0,
          });
        expect(part.refundable).toBeGreaterThanOrEqual(0);
        expect(part.refundableShipping).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
