import { LIMITS } from '@souk/contracts';
import { In } from 'typeorm';
import type { Database } from '../../platform/database/database';
import { ProductOption } from './product-option.entity';
import type { ProductVariant } from './product.entity';

/** What Shopify calls the option of a product that comes in one kind only. */
const NO_OPTION = 'title';

/** Rows of one statement. */
const BATCH = 500;

const { name: NAME_MAX, value: VALUE_MAX } = LIMITS.options;

/** What is the same to a buyer is the same key, whatever the database takes for equal. */
const keyOf = (text: string, max: number) =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim().slice(0, max);

export const nameKeyOf = (name: string) => keyOf(name, NAME_MAX);
export const valueKeyOf = (value: string) => keyOf(value, VALUE_MAX);

const identity = ({ productId, nameKey, valueKey }: ProductOption) =>
  JSON.stringify([productId, nameKey, valueKey]);

/**
 * Makes the options of these products those of their variants. Touches only rows that differ: taking all away first
 * would lock the gaps in which other products are being written.
 */
export async function saveOptions(
  database: Database,
  productIds: number[],
  variants: Pick<ProductVariant, 'productId' | 'options'>[],
): Promise<void> {
  const wanted = new Map(variants.flatMap(optionsOf).map((option) => [identity(option), option]));
  const repository = database.repository(ProductOption);
  for (const row of await repository.findBy({ productId: In(productIds) })) {
    const same = wanted.get(identity(row));
    if (!same) await repository.remove(row);
    else if (same.name === row.name && same.value === row.value) wanted.delete(identity(row));
  }
  const rows = [...wanted.values()];
  for (let start = 0; start < rows.length; start += BATCH)
    await repository.upsert(rows.slice(start, start + BATCH), ['productId', 'nameKey', 'valueKey']);
}

function optionsOf({ productId, options }: Pick<ProductVariant, 'productId' | 'options'>): ProductOption[] {
  return Object.entries(options).flatMap(([name, value]) => {
    const [nameKey, valueKey] = [nameKeyOf(name), valueKeyOf(value)];
    return nameKey && valueKey && nameKey !== NO_OPTION
      ? [{ productId, nameKey, valueKey, name: name.trim(), value: value.trim() }]
      : [];
  });
}
