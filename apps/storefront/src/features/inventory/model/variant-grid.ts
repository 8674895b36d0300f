export interface OptionDraft {
  /** Such as "Size". */
  name: string;
  values: string[];
}

/** One row of the editor; figures are text, as they are typed. */
export interface VariantRow {
  /** Null for one that is not saved yet. */
  id: number | null;
  /** One per option, in their order; "" where the option has no value yet. */
  values: string[];
  sku: string;
  price: string;
  compareAtPrice: string;
  stockQuantity: string;
}

/** The options and the variants that are sold of them; not every combination has to be. */
export interface VariantGrid {
  options: OptionDraft[];
  variants: VariantRow[];
}

export const variantName = ({ values }: Pick<VariantRow, 'values'>): string => values.join(' / ');

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((value, index) => value === other[index]);

export const addOption = ({ options, variants }: VariantGrid): VariantGrid => ({
  options: [...options, { name: '', values: [] }],
  variants: variants.map((row) => ({ ...row, values: [...row.values, ''] })),
});

/** Variants that differed only in this option become one; the first stays. */
export function removeOption({ options, variants }: VariantGrid, index: number): VariantGrid {
  const rest: VariantRow[] = [];
  for (const row of variants) {
    const values = row.values.toSpliced(index, 1);
    if (!rest.some((other) => same(other.values, values))) rest.push({ ...row, values });
  }
  return { options: options.toSpliced(index, 1), variants: rest };
}

export const renameOption = (grid: VariantGrid, index: number, name: string): VariantGrid => ({
  ...grid,
  options: grid.options.map((option, at) => (at === index ? { ...option, name } : option)),
});

/**
 * The first value of an option goes to the variants at hand; each further one adds a variant beside every existing
 * combination of the other options, at the same price. `known` are variants that were there before: one of them that
 * fits comes back with its id.
 */
export function addValue(
  grid: VariantGrid,
  index: number,
  value: string,
  known: readonly VariantRow[] = [],
): VariantGrid {
  const option = grid.options[index];
  if (!option || value === '' || option.values.includes(value)) return grid;
  const options = grid.options.with(index, { ...option, values: [...option.values, value] });
  if (option.values.length === 0) {
    return {
      options,
      variants: grid.variants.map((row) => ({ ...row, values: row.values.with(index, value) })),
    };
  }

  const added: VariantRow[] = [];
  for (const row of grid.variants) {
    const values = row.values.with(index, value);
    if ([...grid.variants, ...added].some((other) => same(other.values, values))) continue;
    const before = known.find((other) => same(other.values, values));
    added.push(before ?? { ...row, id: null, values, sku: '', stockQuantity: '0' });
  }
  return { options, variants: [...grid.variants, ...added] };
}

/** Its variants go too, except with the last value of an option, whose variants are kept for the next. */
export function removeValue({ options, variants }: VariantGrid, index: number, value: string): VariantGrid {
  const option = options[index];
  if (!option) return { options, variants };
  const left = option.values.filter((other) => other !== value);
  return {
    options: options.with(index, { ...option, values: left }),
    variants:
      left.length > 0
        ? variants.filter((row) => row.values[index] !== value)
        : variants.map((row) => ({ ...row, values: row.values.with(index, '') })),
  };
}

/** What keeps the options from being saved; undefined when nothing does. */
export function optionsProblem(options: readonly OptionDraft[]): string | undefined {
  const names = options.map(({ name }) => name.trim());
  if (names.includes('')) return 'Name every option, such as Size or Colour.';
  if (new Set(names).size < names.length) return 'Give each option a name of its own.';
  const bare = options.find(({ values }) => values.length === 0);
  return bare && `Add a value to ${bare.name.trim()}, or remove it.`;
}
