import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { LIMITS } from '@souk/contracts';
import type { ImportProblem } from '@souk/contracts/imports.dto';
import { parse as parser, type Options } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { ValidationFailed } from '../../platform/http/errors';
import { unguarded } from './products-csv-cells';
import { cut, oneLine } from './shopify-csv-cells';
import { columnKey, isUnknownColumn, type Column } from './shopify-csv-columns';

const FORMAT = {
  relax_column_count: true,
  // 15" in an unquoted cell is inches, not a mistake
  relax_quotes: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  // an open quotation mark would otherwise swallow the whole file
  max_record_size: 1_000_000,
} satisfies Options;
const CHUNK_BYTES = 64 * 1024;
/** UTF-16 units that are enough to know a file by. */
const HEAD = 256 * 1024;
/** What a problem can name. */
const COLUMN_MAX = 100;

/** One record of the file. */
export class Row {
  constructor(
    /** Where it starts; the header is line 1. */
    readonly line: number,
    private readonly cells: string[],
    private readonly columns: ReadonlyMap<string, number>,
  ) {}

  /** Whether the file has the column. */
  has(column: Column): boolean {
    return this.columns.has(columnKey(column));
  }

  /** Trimmed; "" when the cell or the column is not there. */
  get(column: Column): string {
    const index = this.columns.get(columnKey(column));
    return index === undefined ? '' : unguarded((this.cells[index] ?? '').trim());
  }
}

export interface Rows {
  rows: Row[];
  /** Records of the file, those that were left out too. */
  total: number;
  problems: ImportProblem[];
}

/** Looks at the beginning only. @throws ValidationFailed when this is no CSV file with a header like Shopify's */
export function refuseForeignFile(bytes: Buffer): void {
  const text = decode(bytes);
  const head = text.slice(0, HEAD);
  const records: string[][] = [];
  let hasMore = head.length < text.length;
  try {
    const onRecord = (cells: string[]) => {
      records.push(cells);
      return null;
    };
    parseSync(head, { ...FORMAT, to: 2, on_record: onRecord });
  } catch (error) {
    if (!isCsvError(error)) throw error;
    hasMore = true;
  }
  const [header, first] = records;
  if (!header) throw refusal('has no header line that could be read; its first line names the columns');
  columnsOf(header);
  if (!first && !hasMore) throw refusal('has a header, but no products below it');
}

/** @throws ValidationFailed as refuseForeignFile does */
export async function readRows(bytes: Buffer): Promise<Rows> {
  const result: Rows = { rows: [], total: 0, problems: [] };
  const report = (line: number, message: string, field: string | null = null) =>
    result.problems.push({ line, field, message });
  let columns: Map<string, number> | undefined;
  let width = 0;
  let lastLine = 0;
  let isFull = false;

  const take = (cells: string[], endLine: number): void => {
    const line = endLine - lineBreaks(cells);
    lastLine = endLine;
    if (!columns) {
      columns = columnsOf(cells);
      width = cells.length;
      const names = cells.map((name) => cut(oneLine(name), COLUMN_MAX));
      const unknown = names.filter((name) => name && isUnknownColumn(name));
      for (const name of new Set(unknown)) report(line, unknownColumn, name);
      return;
    }
    if (isFull) return;
    isFull = result.total === LIMITS.importFile.rows;
    if (isFull) return void report(line, tooManyRows);
    result.total += 1;
    if (cells.slice(width).some(Boolean)) report(line, tooManyCells(cells.length, width));
    else result.rows.push(new Row(line, cells, columns));
  };

  try {
    const onRecord = (cells: string[], { lines }: { lines: number }) => {
      take(cells, lines);
      return null;
    };
    const records = parser({ ...FORMAT, on_record: onRecord });
    records.resume();
    const text = Buffer.from(decode(bytes));
    await pipeline(
      Readable.from(
        chunks(text, () => isFull),
        { highWaterMark: 1 },
      ),
      records,
    );
  } catch (error) {
    if (!isCsvError(error)) throw error;
    if (isFull) return result;
    result.total += 1;
    report(lastLine + 1, unclosedQuote);
  }
  return result;
}

/** Other requests get their turn between the chunks. */
async function* chunks(bytes: Buffer, isEnough: () => boolean): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length && !isEnough(); start += CHUNK_BYTES) {
    yield bytes.subarray(start, start + CHUNK_BYTES);
    await nextTurn();
  }
}

/** Line ends become \n: csv-parse counts \r\n inside a quoted cell as two lines. */
function decode(bytes: Buffer): string {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isUtf16 || bytes.includes(0) || !isUtf8(bytes)) throw refusal(isUtf16 ? utf16 : notUtf8);
  return bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .replace(/\r\n?/g, '\n');
}

/** Column name → place; of two with the same name the first counts. */
function columnsOf(header: string[]): Map<string, number> {
  const columns = new Map(header.map((name, index) => [columnKey(name), index] as const).reverse());
  const missing = ['Handle', 'Title'].filter((name) => !columns.has(columnKey(name)));
  if (missing.length === 0) return columns;
  const hint = header.length === 1 && /[;\t]/.test(header[0] ?? '') ? '; separate the columns by commas' : '';
  throw refusal(`lacks the column ${missing.join(' and ')} in its first line${hint}`);
}

/** The package brings a class of its own for each of its two faces. */
const isCsvError = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

const lineBreaks = (cells: string[]) =>
  cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

const refusal = (reason: string) => new ValidationFailed({ file: [reason] });

const utf16 = 'is in UTF-16; save it as "CSV UTF-8"';
const notUtf8 = 'is not a text file in UTF-8; save it as "CSV UTF-8" (Excel) or with the character set UTF-8';
const unknownColumn =
  'This column means nothing here. Its cells were passed over; the rest of each row counts.';
const unclosedQuote =
  'A quotation mark that opens in this row is never closed, or the row is longer than 1 MB. Everything from this row on was left out; close the quotation mark, or double those that belong to the text.';
const tooManyRows = `The file has more than ${LIMITS.importFile.rows} rows. This row and all below it were left out; split the file.`;
const tooManyCells = (cells: number, columns: number) =>
  `The row has ${cells} cells, but the first line names ${columns} columns. It was left out; put cells that hold commas in quotation marks.`;
