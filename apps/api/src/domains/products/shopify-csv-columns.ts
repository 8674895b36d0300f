import { LIMITS } from '@souk/contracts';

/** Shopify has three options; the further ones are ours, so that a store's own export is whole. */
export const OPTION_NUMBERS = Array.from({ length: LIMITS.options.max }, (_, index) => index + 1);

/** Columns that mean something here. */
const USED = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Type',
  // ours: categories may share a name, which is all that Type says
  'Souk Category',
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

/** What Shopify's newer files call some of them. */
const NEWER_NAMES: Record<string, Column> = {
  'url handle': 'Handle',
  description: 'Body (HTML)',
  'published on online store': 'Published',
  sku: 'Variant SKU',
  'inventory quantity': 'Variant Inventory Qty',
  price: 'Variant Price',
  'compare-at price': 'Variant Compare At Price',
  'requires shipping': 'Variant Requires Shipping',
  'variant image url': 'Variant Image',
  'product image url': 'Image Src',
};

/** Shopify's own columns that have no place here; a file has dozens, so one note names all that hold something. */
const WITHOUT_A_PLACE = [
  /^(vendor|tags|collection|gift card|product category|cost per item|template suffix|unit price .*)$/,
  /^variant (grams|weight( unit)?|inventory (tracker|policy)|fulfillment service|taxable|tax code|barcode)$/,
  /^(barcode|charge tax|tax code|inventory tracker|continue selling when out of stock|fulfillment service)$/,
  /^(weight value \(grams\)|weight unit for display)$/,
  /^(seo (title|description)|option\d linked to)$/,
  /^(google shopping|included|price|compare at price) \/ /,
  /metafields?\./,
];

/** What such a column says of goods that are as all are here, so that nothing is lost with it. */
const AS_HERE: Record<string, RegExp> = {
  'gift card': /^false$/i,
  'variant grams': /^0(\.0+)?$/,
  'weight value (grams)': /^0(\.0+)?$/,
  'variant weight unit': /^\w+$/,
  'weight unit for display': /^\w+$/,
  'variant inventory tracker': /^shopify$/i,
  'inventory tracker': /^shopify$/i,
  'variant inventory policy': /^deny$/i,
  'continue selling when out of stock': /^(deny|false)$/i,
  'variant fulfillment service': /^manual$/i,
  'fulfillment service': /^manual$/i,
  'variant taxable': /^true$/i,
  'charge tax': /^true$/i,
};

/** Column names are compared like this. */
export function columnKey(name: string): string {
  const key = name.trim().toLowerCase();
  return NEWER_NAMES[key]?.toLowerCase() ?? key;
}

const KNOWN = new Set([
  ...USED.map(columnKey),
  ...OPTION_NUMBERS.flatMap((number) => [`option${number} name`, `option${number} value`]),
]);

export const isUsed = (key: string): boolean => KNOWN.has(key);

export const hasNoPlace = (key: string): boolean => WITHOUT_A_PLACE.some((pattern) => pattern.test(key));

export const saysNothing = (key: string, cell: string): boolean =>
  cell === '' || (AS_HERE[key]?.test(cell) ?? false);
