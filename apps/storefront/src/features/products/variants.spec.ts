import type { VariantDto } from '@souk/contracts/products.dto';
import { optionGroups, variantAt } from './variants';

let id = 0;
const variant = (options: Record<string, string>, stockQuantity: number, price = '20.00'): VariantDto => ({
  id: (id += 1),
  sku: null,
  options,
  price,
  compareAtPrice: null,
  stockQuantity,
});

const mossS = variant({ Colour: 'Moss', Size: 'S' }, 3, '24.00');
const mossM = variant({ Colour: 'Moss', Size: 'M' }, 0, '18.00');
const clayS = variant({ Colour: 'Clay', Size: 'S' }, 5, '22.00');
const clayL = variant({ Colour: 'Clay', Size: 'L' }, 1, '30.00');
const all = [mossS, mossM, clayS, clayL];

const states = (chosen: VariantDto) =>
  Object.fromEntries(
    optionGroups(all, chosen).map(({ name, choices }) => [
      name,
      choices.map(({ value, state }) => [value, state]),
    ]),
  );

it('tells what can be bought, what is sold out and what exists only otherwise', () => {
  expect(states(mossS)).toEqual({
    Colour: [
      ['Moss', 'available'],
      ['Clay', 'available'],
    ],
    Size: [
      ['S', 'available'],
      ['M', 'sold-out'],
      ['L', 'elsewhere'],
    ],
  });
});

it('keeps what was chosen where that exists, and goes to the nearest where it does not', () => {
  const [colours, sizes] = optionGroups(all, mossS);
  expect(colours?.choices.map(({ variantId }) => variantId)).toEqual([mossS.id, clayS.id]);
  expect(sizes?.choices.map(({ variantId }) => variantId)).toEqual([mossS.id, mossM.id, clayL.id]);
});

it('starts with the cheapest that can be bought, unless the address names one', () => {
  expect(variantAt(all, null)).toBe(clayS);
  expect(variantAt(all, mossM.id)).toBe(mossM);
  expect(variantAt(all, 999)).toBe(clayS);
  expect(variantAt([mossM], null)).toBe(mossM);
});
