import type { SelectQueryBuilder } from 'typeorm';
import type { Product } from './product.entity';
import { ProductSearch } from './product-search';
import { KEYWORDS_END, type SearchEntry } from './search-entry';

/** SQLite: an FTS5 table whose rowid is the product's id. */
export class Fts5Search extends ProductSearch {
  readonly headline = `(' ' || ps.name || ' | ' || SUBSTR(ps.body, 1, INSTR(ps.body, '${KEYWORDS_END}')))`;

  apply(products: SelectQueryBuilder<Product>, words: string[]): void {
    const match = words.map((word) => `"${word}"*`).join(' ');
    products
      .innerJoin('product_search', 'ps', 'ps.rowid = product.id')
      .andWhere('ps.product_search MATCH :match', { match });
  }

  beginning(phrase: string, most: number): Promise<number[]> {
    return this.matching(`name : ^ "${phrase}" *`, most);
  }

  containing(phrase: string, most: number): Promise<number[]> {
    return this.matching(`name : "${phrase}" *`, most);
  }

  private async matching(match: string, most: number): Promise<number[]> {
    const rows = await this.database.manager.query<{ rowid: number }[]>(
      'SELECT rowid FROM product_search WHERE product_search MATCH ? LIMIT ?',
      [match, most],
    );
    return rows.map(({ rowid }) => rowid);
  }

  protected async erase(productIds: number[]): Promise<void> {
    await this.database.manager.query(
      `DELETE FROM product_search WHERE rowid IN (${productIds.map(() => '?').join(', ')})`,
      productIds,
    );
  }

  protected async write(entries: SearchEntry[]): Promise<void> {
    await this.database.manager.query(
      `INSERT OR REPLACE INTO product_search (rowid, name, body)
       VALUES ${entries.map(() => '(?, ?, ?)').join(', ')}`,
      entries.flatMap(({ productId, name, body }) => [productId, name, body]),
    );
  }
}
