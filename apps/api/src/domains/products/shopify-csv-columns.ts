import { LIMITS } from '@souk/contracts';

/** Shopify has three options; the further ones are ours, so that a store's own export is whole. */
export const OPTION_NUMBERS = Array.from({ length: LIMITS.options.max }, (_, index) => index + 1);

/** Columns that mean something here. */
const USED = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Type',
  'Published',
  'Status',
  'Variant SKU',
  'Variant Inventory Qty',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Requires Shipping',
  'Variant Image',
  'Image Src',
  'Image Position',
  'Image Alt Text',
] as const;

export type Column = (typeof USED)[number] | `Option${number} Name` | `Option${number} Value`;

/** Shopify's own columns that have no place here: nobody needs to be told that they were passed over. */
const PASSED_OVER = [
  /^(vendor|tags|collection|gift card|product category|cost per item|template suffix|unit price .*)$/,
  /^variant (grams|weight( unit)?|inventory (tracker|policy)|fulfillment service|taxable|tax code|barcode)$/,
  /^(seo (title|description)|option\d linked to)$/,
  /^(google shopping|included|price|compare at price) \/ /,
  /metafields?\./,
];

/** Column names are compared like this. */
export const columnKey = (name: string): string => name.trim().toLowerCase();

const KNOWN = new Set([
  ...USED.map(columnKey),
  ...OPTION_NUMBERS.flatMap((number) => [`option${number} name`, `option${number} value`]),
]);

export const isUnknownColumn = (name: string): boolean =>
  !KNOWN.has(columnKey(name)) && !PASSED_OVER.some((pattern) => pattern.test(columnKey(name)));
