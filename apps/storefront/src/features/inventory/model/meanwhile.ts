import type { ProductValues } from './product-values';

/** What a vendor enters, in the parts that are kept or given up as a whole. */
export const EDITED = {
  name: ['name'],
  description: ['description'],
  offer: ['options', 'variants'],
  category: ['categoryId'],
  isActive: ['isActive'],
  announce: ['announce'],
  digital: ['digital'],
  pictures: ['gallery'],
} as const satisfies Record<string, readonly (keyof ProductValues)[]>;
export type EditedPart = keyof typeof EDITED;
const PARTS = Object.keys(EDITED) as EditedPart[];

export interface Meanwhile {
  part: EditedPart;
  /** The vendor has changed it too, to something else. */
  isContested: boolean;
}

/** A file is nothing but its name to JSON. */
const textOf = (values: ProductValues, part: EditedPart) =>
  JSON.stringify(
    EDITED[part].map((key) => values[key]),
    (_, value: unknown) => (value instanceof File ? value.name : value),
  );

/** With the stock that is on hand now wherever the vendor has left it alone: sales and returns go on counting. */
export function withStockOf(now: ProductValues, base: ProductValues, mine: ProductValues): ProductValues {
  const stockIn = ({ variants }: ProductValues, id: number | null) =>
    variants.find((row) => row.id === id && id !== null)?.stockQuantity;
  const variants = mine.variants.map((row) => {
    const stock = stockIn(now, row.id);
    return stock !== undefined && stockIn(base, row.id) === row.stockQuantity
      ? { ...row, stockQuantity: stock }
      : row;
  });
  return { ...mine, variants };
}

/** The parts that are not as they were when the form was opened, `base`, and not as the vendor wants them. */
export function changedMeanwhile(base: ProductValues, mine: ProductValues, now: ProductValues): Meanwhile[] {
  return PARTS.filter((part) => {
    const text = textOf(now, part);
    return text !== textOf(base, part) && text !== textOf(mine, part);
  }).map((part) => ({ part, isContested: textOf(mine, part) !== textOf(base, part) }));
}

/** What the vendor has entered, with these parts as they are now. */
export function taking(parts: readonly EditedPart[], now: ProductValues, mine: ProductValues): ProductValues {
  const keys: readonly (keyof ProductValues)[] = parts.flatMap((part) => EDITED[part]);
  return { ...mine, ...Object.fromEntries(keys.map((key) => [key, now[key]])) };
}
