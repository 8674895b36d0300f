import type { ImportProblem } from '@souk/contracts/imports.dto';

/** A spreadsheet would take it for a formula; an apostrophe in front makes it text. */
const FORMULA = /^[=+\-@＝＋－＠\t\r\n]/;

/** RFC 4180. */
const cell = (value: string | number): string => {
  const text = FORMULA.test(String(value)) ? `'${value}` : String(value);
  return `"${text.replaceAll('"', '""')}"`;
};

/** The problems as a table to work through beside the file. */
export function problemsCsv(problems: readonly ImportProblem[]): string {
  const rows = problems.map(({ line, field, message }) => [line, field ?? '', message]);
  return [['Line', 'Column', 'Problem'], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}
