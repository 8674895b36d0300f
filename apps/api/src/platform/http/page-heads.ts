/** What search engines, previews of links and the browser's first look need of one page; its own code does the rest. */
export interface PageHead {
  /** Without the marketplace's name. */
  title: string;
  description: string;
  /** Path and query of the one address by which it is to be known. */
  canonical: string;
  /** What is asked of the API at once. */
  data?: string;
  /** What is seen first, as in `<img>`, and as in the `<source>`s before it, which browsers prefer. */
  picture?: { url: string; srcset: string; sizes: string; sources: { type: string; srcset: string }[] };
  /** In the words of https://schema.org. */
  facts?: object;
}

/** The business says what is particular about a page. */
export abstract class PageHeads {
  /** @returns null where nothing is @throws NotFound when what the address names is not there for everybody */
  abstract of(path: string, query: URLSearchParams): Promise<PageHead | null>;
}
