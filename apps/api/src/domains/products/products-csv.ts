import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { formatMinor } from '@souk/contracts';
import { stringify } from 'csv-stringify/sync';
import { IsNull, MoreThan } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Pictures } from '../../platform/storage/pictures';
import { CategoriesQueries } from './categories.queries';
import type { Category } from './category.entity';
import { Product, type ProductImage, type ProductVariant } from './product.entity';
import { guarded } from './products-csv-cells';
import { handleOf } from './products-csv-handles';
import { ProductsQueries } from './products.queries';
import { OPTION_NUMBERS, type Column } from './shopify-csv-columns';
import { textToHtml } from './shopify-csv-text';

const PRODUCTS_PER_PAGE = 100;

const optionColumns = (numbers: number[]): Column[] =>
  numbers.flatMap((number): Column[] => [`Option${number} Name`, `Option${number} Value`]);

/** Shopify's, in its order; what it does not have comes last. */
const COLUMNS = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Type',
  'Tags',
  'Published',
  ...optionColumns(OPTION_NUMBERS.slice(0, 3)),
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Tracker',
  'Variant Inventory Qty',
  'Variant Inventory Policy',
  'Variant Fulfillment Service',
  'Variant Price',
  'Variant Compare At Price',
  'Variant Requires Shipping',
  'Variant Taxable',
  'Variant Barcode',
  'Image Src',
  'Image Position',
  'Image Alt Text',
  'Gift Card',
  'Variant Image',
  'Status',
  ...optionColumns(OPTION_NUMBERS.slice(3)),
  'Souk Category',
] as const;

type Cells = Partial<Record<(typeof COLUMNS)[number], string>>;

/** A store's products as Shopify writes them, so that vendors can take their catalogue anywhere, also back here. */
@Injectable()
export class ProductsCsv {
  constructor(
    private readonly database: Database,
    private readonly products: ProductsQueries,
    private readonly categories: CategoriesQueries,
    private readonly pictures: Pictures,
  ) {}

  /** Read while it is sent, page by page. `origin` completes addresses of pictures: "https://souk.example". */
  ofStore(storeId: number, origin: string): Readable {
    return Readable.from(this.pages(storeId, origin));
  }

  private async *pages(storeId: number, origin: string): AsyncGenerator<string> {
    yield toCsv([Object.fromEntries(COLUMNS.map((column) => [column, column]))]);
    const categories = await this.categories.tree();
    const address = ({ picture }: ProductImage) => new URL(this.pictures.url(picture), origin).href;
    let lastId = 0;
    for (;;) {
      const products = await this.database.repository(Product).find({
        where: { storeId, deletedAt: IsNull(), id: MoreThan(lastId) },
        order: { id: 'ASC' },
        take: PRODUCTS_PER_PAGE,
      });
      const last = products.at(-1);
      if (!last) return;
      lastId = last.id;
      const ids = products.map(({ id }) => id);
      const variants = await this.products.variantsOf(ids);
      const images = await this.products.imagesOf(ids);
      const rows = products.flatMap((product) => {
        const pictures = imageCells(images.get(product.id) ?? [], address);
        const category = categories.get(product.categoryId);
        return productRows(product, category, variants.get(product.id) ?? [], pictures);
      });
      yield toCsv(rows);
    }
  }
}

/** The first row tells of the product; variants and pictures go side by side, each on a row of its own. */
function productRows(
  product: Product,
  category: Category | null,
  variants: ProductVariant[],
  pictures: Cells[],
): Cells[] {
  const options = Object.keys(variants[0]?.options ?? {});
  return Array.from({ length: Math.max(variants.length, pictures.length) }, (_, index) => {
    const variant = variants[index];
    return {
      Handle: handleOf(product),
      ...(index === 0 && productCells(product, category, options)),
      ...(variant && variantCells(variant, options, product.digital)),
      ...pictures[index],
    };
  });
}

/** Vendor stays empty: Shopify then takes the name of the shop, as it is here. */
function productCells(product: Product, category: Category | null, options: string[]): Cells {
  return {
    Title: product.name,
    'Body (HTML)': textToHtml(product.description),
    Type: category?.name,
    'Souk Category': category?.slug,
    Published: String(product.isActive),
    ...numbered('Name', options.length > 0 ? options : ['Title']),
    'Gift Card': 'false',
    Status: product.isActive ? 'active' : 'draft',
  };
}

function variantCells(variant: ProductVariant, options: string[], digital: boolean): Cells {
  // by name: each variant may hold its options in an order of its own
  const values = options.map((name) => variant.options[name] ?? '');
  return {
    ...numbered('Value', options.length > 0 ? values : ['Default Title']),
    'Variant SKU': variant.sku ?? '',
    'Variant Inventory Tracker': 'shopify',
    'Variant Inventory Qty': String(variant.stockQuantity),
    'Variant Inventory Policy': 'deny',
    'Variant Fulfillment Service': 'manual',
    'Variant Price': formatMinor(variant.price),
    'Variant Compare At Price': variant.compareAtPrice === null ? '' : formatMinor(variant.compareAtPrice),
    'Variant Requires Shipping': String(!digital),
    'Variant Taxable': 'true',
  };
}

const numbered = (what: 'Name' | 'Value', cells: string[]): Cells =>
  Object.fromEntries(cells.map((cell, index) => [`Option${index + 1} ${what}`, cell]));

/** A picture that is there twice has two addresses, so that nobody takes the second for a slip. */
function imageCells(images: ProductImage[], address: (image: ProductImage) => string): Cells[] {
  const seen = new Map<string, number>();
  return images.map((image) => {
    const url = address(image);
    const count = (seen.get(url) ?? 0) + 1;
    seen.set(url, count);
    return {
      'Image Src': count === 1 ? url : `${url}#${count}`,
      'Image Position': String(image.position + 1),
      'Image Alt Text': image.alt,
    };
  });
}

const toCsv = (rows: Cells[]): string =>
  stringify(rows.map((row) => COLUMNS.map((column) => guarded(row[column] ?? ''))));
