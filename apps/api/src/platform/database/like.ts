/** For `LIKE :word ESCAPE '!'`: the words of a search, each to be found anywhere. */
export const likeWords = (search: string): string[] =>
  search
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replace(/[!%_]/g, '!$&')}%`);
