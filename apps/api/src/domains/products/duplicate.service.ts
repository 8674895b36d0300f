import { Injectable } from '@nestjs/common';
import { LIMITS, formatMinor } from '@souk/contracts';
import type { VariantInput } from '@souk/contracts/products.dto';
import type { Actor } from '../../platform/access/actor';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { PermissionDenied } from '../../platform/http/errors';
import { PictureTaken } from '../../platform/storage/picture-jobs';
import { ProductImage, type Product, type ProductVariant } from './product.entity';
import { ProductsQueries } from './products.queries';
import { ProductsService } from './products.service';

const SUFFIX = ' (copy)';

@Injectable()
export class DuplicateService {
  constructor(
    private readonly database: Database,
    private readonly queries: ProductsQueries,
    private readonly products: ProductsService,
    private readonly events: Events,
  ) {}

  /**
   * A draft in the same store, with variants and pictures but nothing on hand and no file to deliver.
   * @throws PermissionDenied when staff took it off the market
   */
  duplicate(actor: Actor, id: number): Promise<Product> {
    return this.database.run(async () => {
      const { storeId, name, description, digital, categoryId, suspendedAt } = await this.queries.findVisible(
        actor,
        id,
      );
      // a copy could be published in its place
      if (suspendedAt)
        throw new PermissionDenied('The marketplace has closed this product, so it cannot be copied.');
      const variants = (await this.queries.variantsOf([id])).get(id) ?? [];
      const images = (await this.queries.imagesOf([id])).get(id) ?? [];
      const copy = await this.products.create(actor, {
        ...{ storeId, name: copyName(name), description, digital, categoryId, isActive: false },
        variants: variants.map(unstocked),
      });
      // the files are named by their content and never change, so both may show the same
      const rows = images.map(({ id: _, ...image }) => ({ ...image, productId: copy.id, sourceUrl: null }));
      if (rows.length > 0) await this.database.repository(ProductImage).insert(rows);
      const unfinished = images.filter(({ stage }) => stage !== 'avif');
      await this.events.publish(...unfinished.map(({ picture }) => new PictureTaken(picture)));
      return copy;
    });
  }
}

const unstocked = ({ sku, options, price, compareAtPrice }: ProductVariant): VariantInput => ({
  ...{ sku, options, stockQuantity: 0 },
  price: formatMinor(price),
  compareAtPrice: compareAtPrice === null ? null : formatMinor(compareAtPrice),
});

/** A name that would be too long is cut, but not through one of its characters. */
const copyName = (name: string): string => {
  const room = LIMITS.productName.max - SUFFIX.length;
  return `${name
    .slice(0, room)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}${SUFFIX}`;
};
