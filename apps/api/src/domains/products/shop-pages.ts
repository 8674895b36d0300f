import { Injectable } from '@nestjs/common';
import { FIRST_LOOK, LIMITS } from '@souk/contracts';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { SelectQueryBuilder } from 'typeorm';
import { Config } from '../../config/config';
import { PageHeads, type PageHead } from '../../platform/http/page-heads';
import { StoresQueries } from '../stores/stores.queries';
import { CategoriesQueries } from './categories.queries';
import { ImagesMapper } from './images.mapper';
import type { Product } from './product.entity';
import { ProductsMapper } from './products.mapper';
import { ProductsQueries } from './products.queries';

const ABOUT = 'Things made and sold by independent stores, in one place.';
const about = ABOUT.replace('T', 't');
/** Characters that search engines show of a description. */
const SHOWN = 160;

/** Pages that strangers find: of products, stores and categories, as everybody sees them. */
@Injectable()
export class ShopPages extends PageHeads {
  constructor(
    private readonly config: Config,
    private readonly products: ProductsQueries,
    private readonly mapper: ProductsMapper,
    private readonly stores: StoresQueries,
    private readonly categories: CategoriesQueries,
    private readonly images: ImagesMapper,
  ) {
    super();
  }

  async of(path: string, query: URLSearchParams): Promise<PageHead | null> {
    const [, noun, id, below, ...more] = path.replace(/\/+$/, '').split('/');
    if (more.length > 0) return null;
    if (!noun) return { ...home, picture: await this.newestPicture(this.products.listed()) };
    if (noun === 'products' && id === undefined) return this.list(query);
    if (noun === 'stores' && id === undefined)
      return { title: 'Stores', description: ABOUT, canonical: '/stores' };
    if (!isId(id)) return null;
    if (noun === 'products' && (!below || below === 'reviews')) return this.product(Number(id), below);
    if (noun === 'stores' && !below) return this.store(Number(id));
    return null;
  }

  private async list(query: URLSearchParams): Promise<PageHead> {
    const [key = '', ...others] = query.getAll('category');
    const tree = await this.categories.tree();
    const category = others.length === 0 ? tree.find(key) : null;
    const canonical = category ? `/products?category=${category.slug}` : '/products';
    const head = {
      title: category?.name ?? 'All products',
      description: category ? `${category.name}: ${about}` : ABOUT,
      canonical,
    };
    // of other lists the head would have to know as much as the list itself
    const isPlain = query.toString() === canonical.replace(/^\/products\??/, '');
    if (!isPlain) return head;
    const products = this.products.listed();
    if (category) products.andWhere('product.categoryId IN (:...ids)', { ids: tree.idsUnder(category.id) });
    const wanted = category ? `category=${category.slug}&` : '';
    return {
      ...head,
      data: `/api/products?${wanted}limit=${FIRST_LOOK.listLimit}&facets=true`,
      picture: await this.newestPicture(products),
    };
  }

  /** At the top of a list that is sorted by nothing else. */
  private async newestPicture(products: SelectQueryBuilder<Product>): Promise<PageHead['picture']> {
    const newest = await products.orderBy('product.id', 'DESC').limit(1).getOne();
    const [image] = (newest && (await this.products.imagesOf([newest.id])).get(newest.id)) ?? [];
    return image && { ...this.images.toImageDto(image), sizes: FIRST_LOOK.cardSizes };
  }

  private async product(id: number, below?: string): Promise<PageHead> {
    const product = await this.mapper.toDto(await this.products.findVisible(null, id));
    const [picture] = product.images;
    return {
      title: below ? `Reviews of ${product.name}` : product.name,
      description: inShort(product.description),
      canonical: `/products/${id}`,
      data: `/api/products/${id}`,
      ...(picture && !below && { picture: { ...picture, sizes: FIRST_LOOK.gallerySizes } }),
      facts: this.factsOf(product),
    };
  }

  private async store(id: number): Promise<PageHead> {
    const { name, description } = await this.stores.findVisible(null, id);
    return {
      title: name,
      description: inShort(description),
      canonical: `/stores/${id}`,
      data: `/api/stores/${id}`,
    };
  }

  /** https://developers.google.com/search/docs/appearance/structured-data/product-snippet */
  private factsOf(product: ProductDto): object {
    const { id, name, description, images, store, price, currency, stockQuantity } = product;
    const isThere = product.digital || stockQuantity > 0;
    return {
      '@context': 'https://schema.org',
      '@type': 'Product',
      ...{ name, description, image: images.map(({ url }) => this.absolute(url)) },
      offers: {
        '@type': 'Offer',
        url: this.absolute(`/products/${id}`),
        ...{ price, priceCurrency: currency },
        availability: `https://schema.org/${isThere ? 'InStock' : 'OutOfStock'}`,
        seller: { '@type': 'Organization', name: store.name },
      },
      ...(product.averageRating !== null && {
        aggregateRating: {
          '@type': 'AggregateRating',
          ratingValue: product.averageRating,
          reviewCount: product.reviewCount,
        },
      }),
    };
  }

  private absolute(url: string): string {
    return new URL(url, this.config.siteUrl).href;
  }
}

const { sort, limit } = FIRST_LOOK.newest;
const home: PageHead = {
  title: 'Made by people, sold in one place',
  description: `Souk: ${about}`,
  canonical: '/',
  data: `/api/products?sort=${sort}&limit=${limit}`,
};

const isId = (text = '') => /^[1-9]\d*$/.test(text) && Number(text) <= LIMITS.id;

/** The first words, up to a whole one. */
function inShort(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= SHOWN ? line : `${line.slice(0, SHOWN).replace(/\s+\S*$/, '')} …`;
}
