/** The words of a text as they are indexed and searched: letters and digits, lower case, without accents. */
export const searchWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** Words that say nothing about a product. */
const FILLERS = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);

/** The words of a search to look for: without fillers, unless there is nothing else. */
export function queryWords(search: string): string[] {
  const words = searchWords(search);
  const telling = words.filter((word) => !FILLERS.has(word));
  return telling.length > 0 ? telling : words;
}

const STEM_MIN = 3;

/** What singular and plural begin with: "mugs" → "mug", "boxes" → "box", "berries" → "berr". */
export function stemOf(word: string): string {
  const stem = word
    .replace(/(ss|us|is)$/, '$1 ')
    .replace(/ies$/, '')
    .replace(/(ch|sh|ss|x|z)es$/, '$1')
    .replace(/s$/, '')
    .trim();
  return stem.length < STEM_MIN ? word : stem;
}
