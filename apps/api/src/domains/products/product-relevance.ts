import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import type { Order } from '../../platform/http/pagination';
import { Product } from './product.entity';
import { ProductSearch } from './product-search';

/** Sales count within a tier, never across two. */
const TIER = 1_000_000;

/**
 * The name counts most: is it what was typed, does it begin so, are all the words in it. Nothing depends on other
 * rows, as a weight by rarity would, so a page's place holds while products come and go.
 */
@Injectable()
export class ProductRelevance {
  constructor(
    private readonly database: Database,
    private readonly search: ProductSearch,
  ) {}

  /** For a query with the alias `product`; words of `searchWords`. */
  order(words: string[]): Order<Product> {
    const expression = this.score(words);
    return {
      by: 'relevance',
      expression,
      id: 'product.id',
      direction: 'DESC',
      key: ({ id }) => this.scoreOf(id, expression),
    };
  }

  private score(words: string[]) {
    const phrase = words.join(' ');
    const parameters: Record<string, string> = { nameIs: phrase, nameBegins: `${phrase}%` };
    const hasWord = words.map((word, index) => {
      parameters[`first${index}`] = `${word}%`;
      parameters[`later${index}`] = `% ${word}%`;
      return `(ps.name LIKE :first${index} OR ps.name LIKE :later${index})`;
    });
    const tier = `SELECT CASE WHEN ps.name = :nameIs THEN 3 WHEN ps.name LIKE :nameBegins THEN 2
      WHEN ${hasWord.join(' AND ')} THEN 1 ELSE 0 END FROM product_search ps WHERE ${this.search.rowOfProduct}`;
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
