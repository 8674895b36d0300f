/** Both texts as words between single spaces, so that the databases' own ideas of a word do not matter. */
export interface SearchEntry {
  productId: number;
  name: string;
  /** Words of store, category and variants, `KEYWORDS_END`, the other words of the description; each once. */
  body: string;
}

/** No letter, so that the databases' indexes pass over it. */
export const KEYWORDS_END = '|';
