import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Database } from '../../platform/database/database';
import type { Product } from './product.entity';
import { ProductSearch } from './product-search';
import { similarWords } from './search-vocabulary';
import { queryWords, stemOf } from './search-words';

type Products = SelectQueryBuilder<Product>;

/** Words beyond these are not mended: each costs some queries. */
const WORDS_MAX = 6;
const CANDIDATES_MAX = 8;

/** Mends what was mistyped, the same way on every database. */
@Injectable()
export class SearchSpelling {
  constructor(
    private readonly database: Database,
    private readonly search: ProductSearch,
  ) {}

  /** What was probably meant by a search that finds nothing: words that none of these products has become similar ones. */
  async mend(base: Products, search = ''): Promise<string | null> {
    const words = [...new Set(queryWords(search))];
    if (words.length > WORDS_MAX) return null;
    const mended: string[] = [];
    for (const word of words) {
      const isKnown = (await this.count(base, [word])) > 0;
      const meant = isKnown ? word : await this.meantBy(base, word, mended);
      if (!meant) return null;
      mended.push(meant);
    }
    return mended.every((word, index) => word === words[index]) ? null : mended.join(' ');
  }

  /** Of the most similar words the one that, together with those before it, most products have. */
  private async meantBy(base: Products, word: string, before: string[]): Promise<string | null> {
    let best = { word: null as string | null, count: 0 };
    for (const candidate of (await similarWords(this.database, word)).slice(0, CANDIDATES_MAX)) {
      const count = await this.count(base, [...before, candidate]);
      if (count > best.count) best = { word: candidate, count };
    }
    return best.word;
  }

  private count(base: Products, words: string[]): Promise<number> {
    const products = base.clone();
    this.search.apply(products, words.map(stemOf));
    return products.getCount();
  }
}
