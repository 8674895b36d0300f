import { Injectable } from '@nestjs/common';
import { formatMinor } from '@souk/contracts';
import type { CategoryRef } from '@souk/contracts/categories.dto';
import type { SuggestedProduct, Suggestions } from '@souk/contracts/suggestions.dto';
import { Config } from '../../config/config';
import { toStoreRef } from '../stores/stores.mapper';
import { StoresQueries } from '../stores/stores.queries';
import { CategoriesQueries } from './categories.queries';
import { ImagesMapper } from './images.mapper';
import type { Product } from './product.entity';
import { ProductSearch } from './product-search';
import { ProductsQueries } from './products.queries';
import { searchWords } from './search-words';

const MOST = 8;
const MOST_OTHERS = 2;
/** Names that are looked at: of one letter there may be thousands. */
const NAMES = 200;

@Injectable()
export class SuggestionsQueries {
  constructor(
    private readonly config: Config,
    private readonly search: ProductSearch,
    private readonly products: ProductsQueries,
    private readonly stores: StoresQueries,
    private readonly categories: CategoriesQueries,
    private readonly images: ImagesMapper,
  ) {}

  async of(typed: string): Promise<Suggestions> {
    const words = searchWords(typed);
    if (words.length === 0) return { products: [], categories: [], stores: [] };
    const categories = await this.categoriesNamed(words);
    const stores = (await this.stores.named(words, MOST_OTHERS)).map(toStoreRef);
    const products = await this.productsNamed(words, MOST - categories.length - stores.length);
    return { products: await this.toDtos(products), categories, stores };
  }

  private async productsNamed(words: string[], most: number): Promise<Product[]> {
    const phrase = words.join(' ');
    const first = await this.bestSold(await this.search.beginning(phrase, NAMES), most);
    if (first.length === most) return first;
    const known = new Set(first.map(({ id }) => id));
    const others = (await this.search.containing(phrase, NAMES)).filter((id) => !known.has(id));
    return [...first, ...(await this.bestSold(others, most - first.length))];
  }

  private async bestSold(ids: number[], most: number): Promise<Product[]> {
    if (ids.length === 0) return [];
    return this.products
      .listed()
      .andWhere('product.id IN (:...ids)', { ids })
      .orderBy('product.soldCount', 'DESC')
      .addOrderBy('product.id', 'DESC')
      .take(most)
      .getMany();
  }

  private async categoriesNamed(words: string[]): Promise<CategoryRef[]> {
    const phrase = words.join(' ');
    const tree = await this.categories.tree();
    const named = tree.categories.flatMap(({ id, name, slug }) => {
      const at = ` ${searchWords(name).join(' ')}`.indexOf(` ${phrase}`);
      return at < 0 ? [] : [{ id, name, slug, at }];
    });
    const found: CategoryRef[] = [];
    for (const { id, name, slug } of named.sort((a, b) => a.at - b.at)) {
      if (found.length === MOST_OTHERS) break;
      const inIt = this.products
        .listed()
        .andWhere('product.categoryId IN (:...ids)', { ids: tree.idsUnder(id) });
      if (await inIt.getExists()) found.push({ id, name, slug });
    }
    return found;
  }

  private async toDtos(products: Product[]): Promise<SuggestedProduct[]> {
    const images = await this.products.imagesOf(products.map(({ id }) => id));
    const stores = await this.stores.byIds(products.map(({ storeId }) => storeId));
    return products.flatMap(({ id, name, slug, storeId, price }) => {
      const [image] = images.get(id) ?? [];
      const store = stores.get(storeId);
      return store
        ? [
            {
              ...{ id, name, slug, store: toStoreRef(store) },
              ...{ price: formatMinor(price), currency: this.config.currency },
              image: image ? this.images.toImageDto(image) : null,
            },
          ]
        : [];
    });
  }
}
