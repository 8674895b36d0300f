import { LIMITS, formatMinor, parseMoney } from '@souk/contracts';
import { oneLine, quoted, type Report } from './shopify-csv-cells';
import { OPTION_NUMBERS, type Column } from './shopify-csv-columns';
import type { Row } from './shopify-csv-rows';

/** Name → value, in the order of the file. */
export type Options = Record<string, string>;

/** Undefined: the file does not say; it stays as it is, or takes its default. */
export interface CsvVariant {
  options: Options;
  /** Minor units. */
  price: number;
  compareAtPrice?: number | null;
  sku?: string | null;
  stockQuantity?: number;
}

export interface CsvVariants {
  /** At least one. */
  taken: CsvVariant[];
  leftOut: Options[];
  /** Those that are about a variant, in whatever state. */
  rows: Row[];
}

/** Null when there is none; the problems say why. */
export function readVariants(rows: [Row, ...Row[]], report: Report): CsvVariants | null {
  const [first] = rows;
  const ofVariants = rows.filter((row) => isVariant(row, row === first, report));
  const names = readOptionNames(first, ofVariants, report);
  if (!names) return null;
  const taken: CsvVariant[] = [];
  const leftOut: Options[] = [];
  const lines = new Map<string, number>();
  for (const row of ofVariants) {
    const options = readOptions(row, names, report);
    if (!options) continue;
    const key = JSON.stringify(options);
    const twin = lines.get(key);
    if (twin !== undefined) {
      const field: Column = names[0] ? `Option${names[0].number} Value` : 'Handle';
      report(
        row,
        field,
        `The variant is in line ${twin} already. The row was left out; give it options of its own.`,
      );
      continue;
    }
    lines.set(key, row.line);
    if (lines.size > LIMITS.variants.max) {
      const count = ofVariants.length - ofVariants.indexOf(row);
      report(
        row,
        'Handle',
        `A product has at most ${LIMITS.variants.max} variants. ${count} rows were left out.`,
      );
      break;
    }
    const variant = readVariant(row, options, report);
    if (variant) taken.push(variant);
    else leftOut.push(options);
  }
  if (taken.length > 0) return { taken, leftOut, rows: ofVariants };
  // of a single row its own problem has said so
  if (ofVariants.length !== 1)
    report(first, 'Variant Price', 'No row of this product has a valid variant. The product was left out.');
  return null;
}

const valuesOf = (row: Row) => OPTION_NUMBERS.map((number) => row.get(`Option${number} Value`));

/** Rows without a price hold a further picture. */
function isVariant(row: Row, isFirst: boolean, report: Report): boolean {
  if (row.get('Variant Price')) return true;
  const hasOptions = valuesOf(row).some(Boolean);
  if (!hasOptions && (isFirst || row.get('Image Src'))) return false;
  report(row, 'Variant Price', 'The price is empty. The row was left out; write a price like 19.99.');
  return false;
}

interface OptionName {
  number: number;
  name: string;
}

/** Only the first row names the options. Empty for a product that comes in one kind only. */
function readOptionNames(first: Row, rows: Row[], report: Report): OptionName[] | null {
  const names: OptionName[] = [];
  for (const number of OPTION_NUMBERS) {
    const values = rows.map((row) => row.get(`Option${number} Value`));
    const given = oneLine(first.get(`Option${number} Name`));
    if (!given && !values.some(Boolean)) continue;
    const name = given || `Option ${number}`;
    const isDefault =
      /^(title|option \d)$/i.test(name) && values.every((value) => /^(default title)?$/i.test(value));
    if (isDefault) continue;
    const { name: max } = LIMITS.options;
    if (name.length > max || name === '__proto__' || names.some((other) => other.name === name)) {
      const rule = `of at most ${max} characters, different from the other options`;
      report(first, `Option${number} Name`, `The option needs a name ${rule}. The product was left out.`);
      return null;
    }
    names.push({ number, name });
  }
  return names;
}

function readOptions(row: Row, names: OptionName[], report: Report): Options | null {
  const options: Options = {};
  for (const { number, name } of names) {
    const value = oneLine(row.get(`Option${number} Value`));
    if (!value || value.length > LIMITS.options.value || value === '__proto__') {
      const rule = `1 to ${LIMITS.options.value} characters`;
      report(
        row,
        `Option${number} Value`,
        `Every variant needs a value for "${name}" of ${rule}. The row was left out.`,
      );
      return null;
    }
    options[name] = value;
  }
  return options;
}

/** Null when the row has to be left out. */
function readVariant(row: Row, options: Options, report: Report): CsvVariant | null {
  const price = readPrice(row, report);
  const stockQuantity = readStock(row, report);
  if (price === null || stockQuantity === null) return null;
  return {
    options,
    price,
    stockQuantity,
    compareAtPrice: readCompareAtPrice(row, report),
    sku: readSku(row, report),
  };
}

/** Half of Europe writes 19,99, and so do its spreadsheets. */
const readMoney = (text: string) => parseMoney(text.replace(/^(\d+),(\d{1,2})$/, '$1.$2'));

function readPrice(row: Row, report: Report): number | null {
  const text = row.get('Variant Price');
  const price = readMoney(text);
  if (price === undefined) {
    report(
      row,
      'Variant Price',
      `${quoted(text)} is not a price; write it like 19.99. The row was left out.`,
    );
    return null;
  }
  if (price <= LIMITS.priceMinor) return price;
  const highest = formatMinor(LIMITS.priceMinor);
  report(row, 'Variant Price', `${quoted(text)} is above ${highest}. The row was left out.`);
  return null;
}

/** The price itself is fine, so the variant is taken without its reduction. */
function readCompareAtPrice(row: Row, report: Report): number | null | undefined {
  if (!row.has('Variant Compare At Price')) return undefined;
  const text = row.get('Variant Compare At Price');
  const price = readMoney(text || '0');
  if (price !== undefined && price <= LIMITS.priceMinor) return price || null;
  const advice = 'write it like 24.99. The variant was taken without it.';
  report(row, 'Variant Compare At Price', `${quoted(text)} is not a price; ${advice}`);
  return null;
}

/** Below nothing is nothing: Shopify counts what was sold too often. Null when the cell is wrong. */
function readStock(row: Row, report: Report): number | null | undefined {
  const text = row.get('Variant Inventory Qty');
  if (!text) return undefined;
  const { max } = LIMITS.stock;
  const quantity = /^[+-]?\d{1,9}(\.0+)?$/.test(text) ? Math.max(0, Number(text)) : NaN;
  if (quantity <= max) return quantity;
  const rule = `a whole number up to ${max}`;
  report(
    row,
    'Variant Inventory Qty',
    `${quoted(text)} is not a quantity; write ${rule}. The row was left out.`,
  );
  return null;
}

function readSku(row: Row, report: Report): string | null | undefined {
  if (!row.has('Variant SKU')) return undefined;
  const { max } = LIMITS.sku;
  const sku = oneLine(row.get('Variant SKU'));
  if (sku.length <= max) return sku || null;
  report(row, 'Variant SKU', `The SKU is longer than ${max} characters. The variant was taken without it.`);
  return null;
}
