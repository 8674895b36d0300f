import type { SelectQueryBuilder } from 'typeorm';
import type { Product } from './product.entity';
import { ProductSearch } from './product-search';
import type { SearchEntry } from './search-entry';

/** Letters of the words that InnoDB indexes (innodb_ft_min_token_size, innodb_ft_max_token_size). */
const INDEXED = { min: 3, max: 84 };

const isIndexed = (word: string) => word.length >= INDEXED.min && word.length <= INDEXED.max;

/** MariaDB: a FULLTEXT index, and a scan of the same table for the words that are too short for it. */
export class FulltextSearch extends ProductSearch {
  readonly headline = 'ps.headline';

  apply(products: SelectQueryBuilder<Product>, words: string[]): void {
    const indexed = words.filter(isIndexed);
    const conditions = words
      .filter((word) => !isIndexed(word))
      .map((word, index) => {
        products.setParameters({ [`short${index}`]: `% ${word}%` });
        return `CONCAT(' ', ps.name, ' ', ps.body) LIKE :short${index}`;
      });
    if (indexed.length > 0) {
      products.setParameters({ match: indexed.map((word) => `+${word}*`).join(' ') });
      conditions.push('MATCH (ps.name, ps.body) AGAINST (:match IN BOOLEAN MODE)');
    }
    products
      .innerJoin('product_search', 'ps', 'ps.product_id = product.id')
      .andWhere(conditions.join(' AND '));
  }

  beginning(phrase: string, most: number): Promise<number[]> {
    return this.idsNamed(`${phrase}%`, most);
  }

  /** Reads the index of names until there are enough: a frequent beginning is soon found, and full-text finds all. */
  containing(phrase: string, most: number): Promise<number[]> {
    return this.idsNamed(`% ${phrase}%`, most);
  }

  private async idsNamed(pattern: string, most: number): Promise<number[]> {
    const rows = await this.database.manager.query<{ product_id: number }[]>(
      `SELECT product_id FROM product_search WHERE name LIKE ? LIMIT ${most}`,
      [pattern],
    );
    return rows.map(({ product_id }) => product_id);
  }

  protected async erase(productIds: number[]): Promise<void> {
    await this.database.manager.query(
      `DELETE FROM product_search WHERE product_id IN (${productIds.map(() => '?').join(', ')})`,
      productIds,
    );
  }

  protected async write(entries: SearchEntry[]): Promise<void> {
    await this.database.manager.query(
      `INSERT INTO product_search (product_id, name, body) VALUES ${entries.map(() => '(?, ?, ?)').join(', ')}
       ON DUPLICATE KEY UPDATE name = VALUES(name), body = VALUES(body)`,
      entries.flatMap(({ productId, name, body }) => [productId, name, body]),
    );
  }
}
