import { LIMITS } from '@souk/contracts';
import type { ImportProblem } from '@souk/contracts/imports.dto';
import { cut, oneLine, type Report } from './shopify-csv-cells';
import { readPictures, type CsvPicture } from './shopify-csv-pictures';
import type { Row } from './shopify-csv-rows';
import { HTML_MAX, htmlToText } from './shopify-csv-text';
import { readVariants, type CsvVariant, type Options } from './shopify-csv-variants';

/** Fields whose column the file does not have are undefined: they stay as they are, or take their default. */
export interface CsvProduct {
  handle: string;
  /** Of its first row. */
  line: number;
  /** Rows of the file. */
  rows: number;
  name: string;
  description?: string;
  /** Name of a category; null for none. */
  category?: string | null;
  /** Which of those with that name, where the file says so. */
  categorySlug?: string;
  isActive?: boolean;
  digital?: boolean;
  /** At least one. */
  variants: CsvVariant[];
  /** Rows that could not be taken: their variants, if there are any yet, stay as they are. */
  leftOut: Options[];
  pictures: CsvPicture[];
}

/** Null when nothing of the product can be taken; the problems say why. */
export function readProduct(
  handle: string,
  rows: [Row, ...Row[]],
  problems: ImportProblem[],
): CsvProduct | null {
  const report: Report = (row, field, message) =>
    problems.push({ line: row.line, field: row.nameOf(field), message });
  const [first] = rows;
  const name = readName(first, report);
  if (!name) return null;
  const variants = readVariants(rows, report);
  if (!variants) return null;
  return {
    handle,
    line: first.line,
    rows: rows.length,
    name,
    description: readDescription(first, name, report),
    category: readCategory(first, report),
    categorySlug: first.get('Souk Category') || undefined,
    isActive: readIsActive(first, report),
    digital: readDigital(variants.rows, report),
    variants: variants.taken,
    leftOut: variants.leftOut,
    pictures: readPictures(rows, report),
  };
}

function readName(row: Row, report: Report): string | null {
  const { min, max } = LIMITS.productName;
  const title = oneLine(row.get('Title'));
  if (title.length < min) {
    report(row, 'Title', `The title needs at least ${min} characters. The product was left out.`);
    return null;
  }
  if (title.length > max) report(row, 'Title', `The title was cut at ${max} characters.`);
  return cut(title, max).trim();
}

function readDescription(row: Row, name: string, report: Report): string | undefined {
  if (!row.has('Body (HTML)')) return undefined;
  const { max } = LIMITS.productDescription;
  const html = row.get('Body (HTML)');
  const text = htmlToText(html);
  if (text.length > max || html.length > HTML_MAX)
    report(row, 'Body (HTML)', `The description was cut at ${max} characters of text.`);
  if (text) return cut(text, max).trim();
  report(row, 'Body (HTML)', 'There is no description, so the title stands in its place.');
  return name;
}

function readCategory(row: Row, report: Report): string | null | undefined {
  if (!row.has('Type')) return undefined;
  const { max } = LIMITS.category;
  const type = oneLine(row.get('Type'));
  if (type.length <= max) return type || null;
  report(row, 'Type', `The type is longer than ${max} characters. The product has no category.`);
  return null;
}

function readIsActive(row: Row, report: Report): boolean | undefined {
  if (/^(draft|archived|unlisted)$/i.test(row.get('Status'))) return false;
  if (!row.has('Published')) return row.has('Status') || undefined;
  const published = row.get('Published');
  if (/^(true|)$/i.test(published)) return true;
  if (!/^false$/i.test(published)) {
    report(
      row,
      'Published',
      'Published must be true or false. The product is inactive until you publish it.',
    );
  }
  return false;
}

/**
 * Digital goods are not sent, so the safe side is physical: only when every variant says that it needs no shipping is
 * the product digital, and its vendor is told.
 */
function readDigital(rows: Row[], report: Report): boolean | undefined {
  const [first] = rows;
  if (!first?.has('Variant Requires Shipping')) return undefined;
  if (!rows.every((row) => /^false$/i.test(row.get('Variant Requires Shipping')))) return false;
  report(
    first,
    'Variant Requires Shipping',
    'No variant requires shipping, so the product was taken as digital. Change that in the product if it is sent.',
  );
  return true;
}
