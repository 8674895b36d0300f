import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import type { Order } from '../../platform/http/pagination';
import { Product } from './product.entity';
import { ProductSearch } from './product-search';
import { KEYWORDS_END } from './search-entry';
import { queryWords, searchWords, stemOf } from './search-words';

/** Sales count within a tier, never across two. */
const TIER = 1_000_000;

/** For the whole name; else for each word where it stands best. More than fifty words are never searched. */
const POINTS = { name: 1000, begins: 500, word: 8, start: 6, keyword: 2 };

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
    const pattern = (name: string, value: string) => {
      parameters[name] = value;
      return `LIKE :${name}`;
    };
    const points = queryWords(search).map((word, index) => {
      const stem = stemOf(word);
      const other = stem === word ? `${word}s` : stem;
      const name = `CONCAT(' ', ps.name, ' ')`;
      const keys = `CONCAT(' ', ps.body)`;
      return `CASE
        WHEN ${name} ${pattern(`is${index}`, `% ${word} %`)} OR ${name} ${pattern(`like${index}`, `% ${other} %`)} THEN ${POINTS.word}
        WHEN ${name} ${pattern(`starts${index}`, `% ${stem}%`)} THEN ${POINTS.start}
        WHEN ${keys} ${pattern(`key${index}`, `% ${stem}%${KEYWORDS_END}%`)} THEN ${POINTS.keyword} ELSE 0 END`;
    });
    const tier = `SELECT CASE WHEN ps.name IN (:phrase, :singular) THEN ${POINTS.name}
      WHEN ps.name LIKE :begins THEN ${POINTS.begins} ELSE ${points.join(' + ')} END
      FROM product_search ps WHERE ${this.search.rowOfProduct}`;
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
