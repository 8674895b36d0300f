import { Injectable } from '@nestjs/common';
import type { MyProductQuery } from '@souk/contracts/product-query.dto';
import type { OptionFacet, ProductFacets, StoreFacet } from '@souk/contracts/products.dto';
import type { SelectQueryBuilder } from 'typeorm';
import { toStoreRef } from '../stores/stores.mapper';
import { StoresQueries } from '../stores/stores.queries';
import { CategoriesQueries } from './categories.queries';
import type { Product } from './product.entity';
import {
  DIGITAL,
  IN_STOCK,
  PRICES,
  STARS,
  categoryFacets,
  countByOption,
  countByStore,
  countCases,
  type OptionCount,
} from './product-facets';
import { chosenOptions, optionFacet, type Facet, type Filtered } from './product-filters';

/** Beyond so many products, options are not counted: it takes a look at each of them. */
const OPTIONS_TOTAL_MAX = 10_000;
const STORES_MAX = 20;
const NAMES_MAX = 8;
const VALUES_MAX = 20;

@Injectable()
export class FacetsQueries {
  constructor(
    private readonly stores: StoresQueries,
    private readonly categories: CategoriesQueries,
  ) {}

  /** `total` is how many products the list has. */
  async of(filtered: Filtered, query: MyProductQuery, total: number): Promise<ProductFacets> {
    return {
      categories: await categoryFacets(filtered('category'), await this.categories.tree()),
      ...(await cases(filtered, query)),
      stores: await this.storeFacets(filtered('store'), query.store),
      options: total > OPTIONS_TOTAL_MAX ? [] : await optionFacets(filtered, query),
    };
  }

  private async storeFacets(
    products: SelectQueryBuilder<Product>,
    chosen: number[] = [],
  ): Promise<StoreFacet[]> {
    const counts = await countByStore(products);
    const most = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
    const shown = most.filter(([id], index) => index < STORES_MAX || chosen.includes(id));
    const stores = await this.stores.byIds(shown.map(([id]) => id));
    return shown.flatMap(([id, count]) => {
      const store = stores.get(id);
      return store ? [{ ...toStoreRef(store), count }] : [];
    });
  }
}

/** Those whose own filter is not chosen count the same products: one pass is enough for all of them. */
async function cases(filtered: Filtered, query: MyProductQuery) {
  const { minPrice, maxPrice, minRating, inStock, digital } = query;
  const facets = [
    { facet: 'price', isChosen: minPrice !== undefined || maxPrice !== undefined, of: PRICES },
    { facet: 'rating', isChosen: minRating !== undefined, of: STARS },
    { facet: 'inStock', isChosen: inStock !== undefined, of: IN_STOCK },
    { facet: 'digital', isChosen: digital !== undefined, of: DIGITAL },
  ] as const;
  const shared = facets.filter(({ isChosen }) => !isChosen);
  const together = await countCases(
    filtered(),
    shared.flatMap(({ of }) => of.conditions),
  );
  const counts = new Map<Facet, number[]>();
  for (const { facet, of } of shared) counts.set(facet, together.splice(0, of.conditions.length));
  for (const { facet, isChosen, of } of facets)
    if (isChosen) counts.set(facet, await countCases(filtered(facet), of.conditions));
  const of = (facet: Facet) => counts.get(facet) ?? [];
  return {
    prices: PRICES.facets(of('price')),
    ratings: STARS.facets(of('rating')),
    inStock: IN_STOCK.facets(of('inStock')),
    digital: DIGITAL.facets(of('digital')),
  };
}

async function optionFacets(filtered: Filtered, query: MyProductQuery): Promise<OptionFacet[]> {
  const chosen = chosenOptions(query);
  const others = (await countByOption(filtered())).filter(({ nameKey }) => !chosen.has(nameKey));
  const rows: OptionCount[] = [];
  for (const nameKey of chosen.keys()) {
    const products = filtered(optionFacet(nameKey)).andWhere('po.nameKey = :nameKey', { nameKey });
    rows.push(...(await countByOption(products)));
  }
  const groups = new Map<string, OptionCount[]>();
  const byCount = [...rows, ...others].sort((a, b) => b.count - a.count);
  for (const row of byCount) groups.set(row.nameKey, [...(groups.get(row.nameKey) ?? []), row]);
  return [...groups]
    .filter(([nameKey], index) => index < NAMES_MAX || chosen.has(nameKey))
    .map(([nameKey, values]) => ({
      name: values[0]?.name ?? nameKey,
      values: values
        .filter(({ valueKey }, index) => index < VALUES_MAX || chosen.get(nameKey)?.includes(valueKey))
        .map(({ value, count }) => ({ value, count })),
    }));
}
