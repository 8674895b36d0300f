import { toMinor } from '@souk/contracts';
import type { ProductFields, VariantInput } from '@souk/contracts/products.dto';
import { ValidationFailed, type FieldProblems } from '../../platform/http/errors';
import type { ProductVariant } from './product.entity';

/** A variant as it shall be; without id a new one. */
export type VariantDraft = Pick<
  ProductVariant,
  'sku' | 'options' | 'price' | 'compareAtPrice' | 'stockQuantity'
> & { id?: number };

type Fields = Partial<ProductFields>;

/** The whole set of a new or replaced product. @throws ValidationFailed */
export function wholeSet(fields: Fields, current: ProductVariant[]): VariantDraft[] {
  if (fields.variants) return fromInputs(fields.variants, current);
  const { price, compareAtPrice, stockQuantity } = fields;
  if (price === undefined || stockQuantity === undefined) {
    const reason = ['is needed when there are no variants'];
    throw new ValidationFailed({
      ...(price === undefined && { price: reason }),
      ...(stockQuantity === undefined && { stockQuantity: reason }),
    });
  }
  const [only, ...others] = current;
  const id = others.length === 0 ? only?.id : undefined;
  return [toDraft({ id, options: {}, price, compareAtPrice, stockQuantity })];
}

/** The set after a change of some fields; undefined when the fields leave it as it is. @throws ValidationFailed */
export function changedSet(fields: Fields, current: ProductVariant[]): VariantDraft[] | undefined {
  if (fields.variants) return fromInputs(fields.variants, current);
  const given = (['price', 'compareAtPrice', 'stockQuantity'] as const).filter(
    (field) => fields[field] !== undefined,
  );
  if (given.length === 0) return undefined;
  const [only, ...others] = current;
  if (!only || others.length > 0) {
    const reason = ['belongs to each variant, of which there are several; send `variants`'];
    throw new ValidationFailed(Object.fromEntries(given.map((field) => [field, reason])));
  }
  const { price, compareAtPrice, stockQuantity = only.stockQuantity } = fields;
  return [
    {
      ...only,
      stockQuantity,
      price: price === undefined ? only.price : toMinor(price),
      compareAtPrice: compareAtPrice === undefined ? only.compareAtPrice : minorOrNull(compareAtPrice),
    },
  ];
}

function fromInputs(inputs: VariantInput[], current: ProductVariant[]): VariantDraft[] {
  if (inputs.length === 0) throw new ValidationFailed({ variants: ['must have at least one entry'] });
  const drafts = inputs.map(toDraft);
  const problems = { ...idProblems(drafts, current), ...optionProblems(drafts) };
  if (Object.keys(problems).length > 0) throw new ValidationFailed(problems);
  return drafts;
}

const toDraft = ({ id, sku, options, price, compareAtPrice, stockQuantity }: VariantInput): VariantDraft => ({
  ...(id !== undefined && { id }),
  sku: sku || null,
  options: Object.fromEntries(Object.entries(options).map(([name, value]) => [name.trim(), value.trim()])),
  price: toMinor(price),
  compareAtPrice: minorOrNull(compareAtPrice),
  stockQuantity,
});

const minorOrNull = (amount: string | number | null = null) => (amount === null ? null : toMinor(amount));

function idProblems(drafts: VariantDraft[], current: ProductVariant[]): FieldProblems {
  const free = new Set(current.map(({ id }) => id));
  const problems: FieldProblems = {};
  drafts.forEach(({ id }, index) => {
    if (id !== undefined && !free.delete(id))
      problems[`variants.${index}.id`] = ['must be a variant of this product, named once'];
  });
  return problems;
}

/** A buyer chooses a variant by its options, so they must tell all variants apart. */
function optionProblems(drafts: VariantDraft[]): FieldProblems {
  const names = namesOf(drafts[0]?.options ?? {});
  const seen = new Set<string>();
  const problems: FieldProblems = {};
  drafts.forEach(({ options }, index) => {
    const values = JSON.stringify(Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1)));
    if (namesOf(options) !== names)
      problems[`variants.${index}.options`] = ['must have the same names as those of the first variant'];
    else if (seen.has(values))
      problems[`variants.${index}.options`] = ['must differ from every other variant'];
    seen.add(values);
  });
  return problems;
}

const namesOf = (options: Record<string, string>) => JSON.stringify(Object.keys(options).sort());
