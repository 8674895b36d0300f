import { Injectable } from '@nestjs/common';
import type { OrderBy } from '../../platform/http/pagination';
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
  constructor(private readonly search: ProductSearch) {}

  /** For a query with the alias `product` that `ProductSearch` was applied to, and what was searched. */
  order(search: string): OrderBy {
    return { by: 'relevance', expression: this.score(search), id: 'product.id', direction: 'DESC' };
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
    const named = this.search.exact('ps.name');
    const name = this.search.exact(`CONCAT(' ', ps.name, ' ')`);
    // only what stands before the end of the keywords is looked through, which is a tenth of the text
    const keysEnd = `INSTR(${this.search.exact('ps.body')}, '${KEYWORDS_END}')`;
    const keys = this.search.exact(`CONCAT(' ', SUBSTR(ps.body, 1, ${keysEnd}))`);
    const points = queryWords(search).map((word, index) => {
      const stem = stemOf(word);
      const other = stem === word ? `${word}s` : stem;
      return `CASE
        WHEN ${name} ${pattern(`is${index}`, `% ${word} %`)} OR ${name} ${pattern(`like${index}`, `% ${other} %`)} THEN ${POINTS.word}
        WHEN ${name} ${pattern(`starts${index}`, `% ${stem}%`)} THEN ${POINTS.start}
        WHEN ${keys} ${pattern(`key${index}`, `% ${stem}%`)} THEN ${POINTS.keyword} ELSE 0 END`;
    });
    const tier = `CASE WHEN ${named} IN (:phrase, :singular) THEN ${POINTS.name}
      WHEN ${named} LIKE :begins THEN ${POINTS.begins} ELSE ${points.join(' + ')} END`;
    const sales = `CASE WHEN product.soldCount < ${TIER} THEN product.soldCount ELSE ${TIER - 1} END`;
    return { sql: `((${tier}) * ${TIER} + ${sales})`, parameters };
  }
}
