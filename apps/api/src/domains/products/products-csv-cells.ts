/**
 * What a spreadsheet would take for a formula, and run; in Japan full-width signs begin one too
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;

/** A leading apostrophe makes a cell text in every spreadsheet. */
export const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** Takes off the apostrophe that `guarded` has put on. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
