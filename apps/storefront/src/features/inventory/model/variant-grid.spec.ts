import {
  type VariantGrid,
  addOption,
  addValue,
  optionsProblem,
  removeOption,
  removeValue,
  renameOption,
  variantName,
} from './variant-grid';

const single: VariantGrid = {
  options: [],
  variants: [{ id: 7, values: [], sku: 'MUG', price: '18.00', compareAtPrice: '', stockQuantity: '12' }],
};

const names = ({ variants }: VariantGrid) => variants.map(variantName);
const sizes = ['S', 'M'].reduce(
  (grid, size) => addValue(grid, 0, size),
  renameOption(addOption(single), 0, 'Size'),
);
const both = ['Red', 'Blue'].reduce(
  (grid, colour) => addValue(grid, 1, colour),
  renameOption(addOption(sizes), 1, 'Colour'),
);

it('keeps the one variant as the first when options are added', () => {
  expect(names(sizes)).toEqual(['S', 'M']);
  expect(sizes.variants[0]).toMatchObject({ id: 7, sku: 'MUG', stockQuantity: '12' });
  expect(sizes.variants[1]).toMatchObject({ id: null, sku: '', price: '18.00', stockQuantity: '0' });
});

it('makes every combination of two options', () => {
  expect(names(both)).toEqual(['S / Red', 'M / Red', 'S / Blue', 'M / Blue']);
});

it('does not bring back combinations that are not sold', () => {
  const withoutMBlue = { ...both, variants: both.variants.filter((row) => variantName(row) !== 'M / Blue') };
  expect(names(addValue(withoutMBlue, 0, 'L'))).toEqual([
    'S / Red',
    'M / Red',
    'S / Blue',
    'L / Red',
    'L / Blue',
  ]);
});

it('gives a value that was removed and added again its variants back', () => {
  const saved = sizes.variants.map((row, index) => ({ ...row, id: index + 1, price: `2${index}.00` }));
  const without = removeValue({ ...sizes, variants: saved }, 0, 'M');
  expect(names(without)).toEqual(['S']);
  expect(addValue(without, 0, 'M', saved).variants[1]).toMatchObject({ id: 2, price: '21.00' });
});

it('keeps the variants when an option loses its last value', () => {
  const bare = removeValue(removeValue(sizes, 0, 'M'), 0, 'S');
  expect(names(bare)).toEqual(['']);
  expect(addValue(bare, 0, 'XL').variants).toMatchObject([{ id: 7, values: ['XL'] }]);
});

it('joins variants that an option no longer tells apart', () => {
  expect(names(removeOption(both, 1))).toEqual(['S', 'M']);
  expect(removeOption(removeOption(both, 1), 0).variants).toMatchObject([{ id: 7, values: [] }]);
});

it('ignores a value that is there already', () => {
  expect(addValue(sizes, 0, 'S')).toBe(sizes);
});

it.each([
  [[{ name: ' ', values: ['S'] }], 'Name every option, such as Size or Colour.'],
  [
    [
      { name: 'Size', values: ['S'] },
      { name: 'Size ', values: ['M'] },
    ],
    'Give each option a name of its own.',
  ],
  [[{ name: 'Size', values: [] }], 'Add a value to Size, or remove it.'],
  [[{ name: 'Size', values: ['S'] }], undefined],
])('says what is wrong with options (%#)', (options, problem) => {
  expect(optionsProblem(options)).toBe(problem);
});
