/**
 * What the pages where visitors arrive ask for at once. The server names it in their heads, so that it is on its way
 * before the code that wants it has come; so both must say it in the same words.
 */
export const FIRST_LOOK = {
  /** Query of the new arrivals on the home page. */
  newest: { sort: 'newest', limit: 8 },
  /** Products in a list's first page: rows of four, of three and of two come out even. */
  listLimit: 24,
  /** How wide the picture of a product stands in a list, as `sizes` of HTML says it. */
  cardSizes: '(width >= 80rem) 290px, (width >= 64rem) 24vw, (width >= 40rem) 31vw, 46vw',
  /** The same of its first picture on its own page. */
  gallerySizes: '(width >= 64rem) 600px, 100vw',
} as const;
