import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import type { Order } from '../../platform/http/pagination';
import { Product } from './product.entity';
import { ProductSearch } from './product-search';
import { KEYWORDS_END } from './search-entry';
import { queryWords, searchWords, stemOf } from './search-words';

/** Sales count within a tier, never across two. */
const TIER = 1_000_000;

/**
 * The name counts most: is it what was typed, does it begin so, are all the words in it; then what stands beside it:
 * store, category, options. Nothing depends on other rows, as a weight by rarity would, so a page's place holds while
 * products come and go.
 */
@Injectable()
export class ProductRelevance {
  constructor(
    private readonly database: Database,
    private readonly search: ProductSearch,
  ) {}

  /** For a query with the alias `product` and what was searched. */
  order(search: string): Order<Product> {
    const expression = this.score(search);
    return {
      by: 'relevance',
      expression,
      id: 'product.id',
      direction: 'DESC',
      key: ({ id }) => this.scoreOf(id, expression),
    };
  }

  private score(search: string) {
    const typed = searchWords(search);
    const phrase = typed.join(' ');
    const singular = [...typed.slice(0, -1), stemOf(typed.at(-1) ?? '')].join(' ');
    const parameters: Record<string, string> = { phrase, singular, begins: `${singular}%` };
    const words = queryWords(search).map((word, index) => {
      const stem = stemOf(word);
      parameters[`first${index}`] = `${stem}%`;
      parameters[`later${index}`] = `% ${stem}%`;
      parameters[`firstKey${index}`] = `${stem}%${KEYWORDS_END}%`;
      parameters[`laterKey${index}`] = `% ${stem}%${KEYWORDS_END}%`;
      const inName = `ps.name LIKE :first${index} OR ps.name LIKE :later${index}`;
      return { inName, inKeys: `ps.body LIKE :firstKey${index} OR ps.body LIKE :laterKey${index}` };
    });
    const tier = `SELECT CASE WHEN ps.name IN (:phrase, :singular) THEN 4 WHEN ps.name LIKE :begins THEN 3
      WHEN ${words.map(({ inName }) => `(${inName})`).join(' AND ')} THEN 2
      WHEN ${words.map(({ inName, inKeys }) => `(${inName} OR ${inKeys})`).join(' AND ')} THEN 1
      ELSE 0 END FROM product_search ps WHERE ${this.search.rowOfProduct}`;
    const sales = `CASE WHEN product.soldCount < ${TIER} THEN product.soldCount ELSE ${TIER - 1} END`;
    return { sql: `((${tier}) * ${TIER} + ${sales})`, parameters };
  }

  /** The database's own idea of it: its collation decides what equals what. */
  private async scoreOf(id: number, { sql, parameters }: ReturnType<typeof this.score>): Promise<number> {
    const row = await this.database
      .repository(Product)
      .createQueryBuilder('product')
      .select(sql, 'score')
      .setParameters(parameters)
      .where('product.id = :id', { id })
      .getRawOne<{ score: string | number }>();
    return Number(row?.score ?? 0);
  }
}
