import type { ProductDto } from '@souk/contracts/products.dto';
import { UNCHANGED, outcomesOf, toChange } from './bulk-change';

it.each([
  [{}, null],
  [{ priceMove: 'set', price: ' 12.50 ' }, { price: { set: '12.50' } }],
  [{ priceMove: 'raise', price: '2' }, { price: { add: '2' } }],
  [{ priceMove: 'lower', price: '2' }, { price: { add: '-2' } }],
  [{ priceMove: 'raisePercent', price: '10' }, { price: { percent: '10' } }],
  [{ priceMove: 'lowerPercent', price: '10' }, { price: { percent: '-10' } }],
  [{ stockMove: 'set', stock: '0' }, { stock: { set: 0 } }],
  [{ stockMove: 'lower', stock: '3' }, { stock: { add: -3 } }],
  [
    { status: 'hidden', category: 'none' },
    { isActive: false, categoryId: null },
  ],
  [
    { status: 'active', category: '7', stockMove: 'raise', stock: '3' },
    { isActive: true, categoryId: 7, stock: { add: 3 } },
  ],
] as const)('%j asks for %j', (values, change) => {
  expect(toChange({ ...UNCHANGED, ...values })).toEqual(change);
});

it('tells of each product what is different, and first what was refused and why', () => {
  const product = (id: number, change: Partial<ProductDto> = {}) =>
    ({
      ...{ id, name: `Mug ${id}`, price: '10.00', currency: 'USD', stockQuantity: 4, isActive: true },
      category: null,
      ...change,
    }) as ProductDto;
  const before = [1, 2, 3, 4].map((id) => product(id));
  const refused = (id: number, message: string, details: Record<string, unknown>) => ({
    ...{ id, ok: false, product: null },
    error: { code: 'VALIDATION_ERROR', message, details },
  });
  const changed = (id: number, change: Partial<ProductDto>) => ({
    ...{ id, ok: true, error: null },
    product: product(id, change),
  });
  const category = { id: 5, name: 'Mugs', slug: 'mugs' };
  const items = [
    changed(1, { price: '8.00', stockQuantity: 1000, isActive: false, category }),
    refused(2, 'Some values are wrong.', { stock: ['belongs to each variant; send `variants`'] }),
    changed(3, {}),
    refused(4, 'There is no such product.', { resource: 'product' }),
  ];
  expect(
    outcomesOf({ items, succeeded: 2, failed: 2 }, before).map(({ name, text }) => [name, text]),
  ).toEqual([
    ['Mug 2', 'The stock belongs to each variant. Nothing of it was changed.'],
    ['Mug 4', 'There is no such product.'],
    ['Mug 1', '$10.00 → $8.00 · stock 4 → 1,000 · now hidden · no category → Mugs'],
    ['Mug 3', 'as it was before'],
  ]);
});
