/** What a spreadsheet would take for a formula, and run. */
const FORMULA = /^'*[=+\-@\t\r]/;

/** A leading apostrophe makes a cell text in every spreadsheet. */
export const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);

/** Takes off the apostrophe that `guarded` has put on. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
