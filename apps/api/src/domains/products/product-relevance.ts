import { Injectable } from '@nestjs/common';
import type { OrderBy } from '../../platform/http/pagination';
import { ProductSearch } from './product-search';
import { queryWords, searchWords, stemOf } from './search-words';

/** Sales count within a tier, never across two. */
const TIER = 1_000_000;

/** For the whole name; else for each word where it stands best. More than fifty words are never searched. */
const POINTS = { name: 1000, begins: 500, word: 8, start: 6, keyword: 2 };

/** In patterns over a headline: what stands before it is in the name. */
const NAME_END = '|%|';

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
    const { headline } = this.search;
    const typed = searchWords(search);
    const singular = [...typed.slice(0, -1), stemOf(typed.at(-1) ?? '')].join(' ');
    const parameters: Record<string, string> = {};
    const parameter = (name: string, value: string) => {
      parameters[name] = value;
      return `:${name}`;
    };
    const isLike = (name: string, pattern: string) => `${headline} LIKE ${parameter(name, pattern)}`;
    const points = queryWords(search).map((word, index) => {
      const stem = stemOf(word);
      const other = stem === word ? `${word}s` : stem;
      // most products have the word in their description alone, which is soon seen
      return `CASE
        WHEN INSTR(${headline}, ${parameter(`has${index}`, ` ${stem}`)}) = 0 THEN 0
        WHEN ${isLike(`is${index}`, `% ${word} %${NAME_END}`)} THEN ${POINTS.word}
        WHEN ${isLike(`like${index}`, `% ${other} %${NAME_END}`)} THEN ${POINTS.word}
        WHEN ${isLike(`starts${index}`, `% ${stem}%${NAME_END}`)} THEN ${POINTS.start} ELSE ${POINTS.keyword} END`;
    });
    const tier = `CASE
      WHEN ${isLike('phrase', ` ${typed.join(' ')} ${NAME_END}`)} THEN ${POINTS.name}
      WHEN ${isLike('singular', ` ${singular} ${NAME_END}`)} THEN ${POINTS.name}
      WHEN ${isLike('begins', ` ${singular}%`)} THEN ${POINTS.begins} ELSE ${points.join(' + ')} END`;
    const sales = `CASE WHEN product.soldCount < ${TIER} THEN product.soldCount ELSE ${TIER - 1} END`;
    return { sql: `((${tier}) * ${TIER} + ${sales})`, parameters };
  }
}
