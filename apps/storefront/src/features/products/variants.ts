import type { VariantDto } from '@souk/contracts/products.dto';

export interface OptionChoice {
  value: string;
  /** `elsewhere`: only together with other values than those chosen now. */
  state: 'available' | 'sold-out' | 'elsewhere';
  /** What choosing it leads to. */
  variantId: number;
}

export interface OptionGroup {
  name: string;
  chosen: string | undefined;
  choices: OptionChoice[];
}

/** The options that the variants differ in, in the vendor's order, as seen from the chosen variant. */
export function optionGroups(variants: readonly VariantDto[], chosen: VariantDto): OptionGroup[] {
  const names = new Set(variants.flatMap(({ options }) => Object.keys(options)));
  return [...names].map((name) => ({
    name,
    chosen: chosen.options[name],
    choices: valuesOf(variants, name).map((value) => choice(variants, chosen, name, value)),
  }));
}

const valuesOf = (variants: readonly VariantDto[], name: string): string[] => [
  ...new Set(variants.flatMap(({ options }) => options[name] ?? [])),
];

function choice(
  variants: readonly VariantDto[],
  chosen: VariantDto,
  name: string,
  value: string,
): OptionChoice {
  const others = Object.keys(chosen.options).filter((other) => other !== name);
  const kept = (variant: VariantDto) =>
    others.filter((other) => variant.options[other] === chosen.options[other]).length;
  // As much as possible of what was chosen stays; among equals, what can be bought.
  const rank = (variant: VariantDto) => 2 * kept(variant) + (variant.stockQuantity > 0 ? 1 : 0);
  const best = variants
    .filter(({ options }) => options[name] === value)
    .reduce((a, b) => (rank(b) > rank(a) ? b : a));
  const together = kept(best) === others.length;
  const state = !together ? 'elsewhere' : best.stockQuantity > 0 ? 'available' : 'sold-out';
  return { value, state, variantId: best.id };
}

/** The one that the URL names; else the cheapest that can be bought, whose price the lists show. */
export function variantAt(variants: readonly VariantDto[], id: number | null): VariantDto | undefined {
  const cheapest = (some: readonly VariantDto[]) =>
    some.toSorted((a, b) => Number(a.price) - Number(b.price))[0];
  const named = variants.find((variant) => variant.id === id);
  return named ?? cheapest(variants.filter(({ stockQuantity }) => stockQuantity > 0)) ?? cheapest(variants);
}
