import { Injectable } from '@nestjs/common';
import { formatMinor } from '@souk/contracts';
import type { CategoryRef } from '@souk/contracts/categories.dto';
import type { ProductDto, VariantDto } from '@souk/contracts/products.dto';
import { Config } from '../../config/config';
import { Remembered } from '../../platform/cache/remembered';
import { any, one } from '../../platform/cache/topics';
import { averageRating } from '../../platform/http/average';
import { StoresQueries } from '../stores/stores.queries';
import { CategoriesQueries } from './categories.queries';
import type { Category } from './category.entity';
import type { CategoryTree } from './category-tree';
import { ImagesMapper } from './images.mapper';
import type { Product, ProductVariant } from './product.entity';
import { ProductsQueries } from './products.queries';

/** Some kilobytes each. */
const REMEMBERED_MAX = 2000;

@Injectable()
export class ProductsMapper {
  /** Hidden and deleted ones too. */
  readonly byIds: (ids: readonly number[]) => Promise<Map<number, ProductDto>>;

  constructor(
    private readonly config: Config,
    private readonly products: ProductsQueries,
    private readonly stores: StoresQueries,
    private readonly categories: CategoriesQueries,
    private readonly images: ImagesMapper,
    remembered: Remembered,
  ) {
    const shown = (id: number) => [...one('product', id), any('category'), any('store')];
    this.byIds = remembered.byId(REMEMBERED_MAX, shown, async (ids) => {
      const dtos = await this.toDtos([...(await this.products.byIds(ids)).values()]);
      return new Map(dtos.map((dto) => [dto.id, dto]));
    });
  }

  async toDtos(products: Product[]): Promise<ProductDto[]> {
    if (products.length === 0) return [];
    const ids = products.map(({ id }) => id);
    const [stores, tree, variants, images] = await Promise.all([
      this.stores.refs(products.map(({ storeId }) => storeId)),
      this.categories.tree(),
      this.products.variantsOf(ids),
      this.products.imagesOf(ids),
    ]);
    return products.map((product) => {
      const store = stores.get(product.storeId);
      if (!store) throw new Error(`Product ${product.id} has no store.`);
      return {
        id: product.id,
        store,
        category: categoryOf(tree, product),
        name: product.name,
        slug: product.slug,
        description: product.description,
        ...prices(product),
        currency: this.config.currency,
        stockQuantity: product.stockQuantity,
        images: (images.get(product.id) ?? []).map((image) => this.images.toImageDto(image)),
        digital: product.digital,
        isActive: product.isActive && !product.suspendedAt,
        announce: product.announce,
        status: product.status,
        variants: (variants.get(product.id) ?? []).map(toVariantDto),
        averageRating: averageRating(product.ratingSum, product.ratingCount),
        reviewCount: product.ratingCount,
        createdAt: product.createdAt.toISOString(),
        updatedAt: product.updatedAt.toISOString(),
      };
    });
  }

  async toDto(product: Product): Promise<ProductDto> {
    const [dto] = await this.toDtos([product]);
    if (!dto) throw new Error('A product maps to a product.');
    return dto;
  }
}

export const toCategoryRef = ({ id, name, slug }: Category): CategoryRef => ({ id, name, slug });

function categoryOf(tree: CategoryTree, { categoryId }: Product): CategoryRef | null {
  const category = tree.get(categoryId);
  return category && toCategoryRef(category);
}

const toVariantDto = (variant: ProductVariant): VariantDto => ({
  id: variant.id,
  sku: variant.sku,
  options: variant.options,
  ...prices(variant),
  stockQuantity: variant.stockQuantity,
});

/** A price before a reduction is one only above the price. */
const prices = ({ price, compareAtPrice }: Pick<ProductVariant, 'price' | 'compareAtPrice'>) => ({
  price: formatMinor(price),
  compareAtPrice: compareAtPrice !== null && compareAtPrice > price ? formatMinor(compareAtPrice) : null,
});
