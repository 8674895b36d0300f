import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { LIMITS } from '@souk/contracts';
import type { ImportProblem } from '@souk/contracts/imports.dto';
import { parse as parser } from 'csv-parse';
import { unguarded } from './products-csv-cells';
import type { Column } from './shopify-csv-columns';
import { isCsvError, openCsv } from './shopify-csv-file';
import { Header } from './shopify-csv-header';

const CHUNK_BYTES = 64 * 1024;

/** One record of the file. */
export class Row {
  constructor(
    /** Where it starts; the header is line 1. */
    readonly line: number,
    private readonly cells: string[],
    private readonly header: Header,
  ) {}

  /** Whether the file has the column. */
  has(column: Column): boolean {
    return this.header.placeOf(column) !== undefined;
  }

  /** Trimmed; "" when the cell or the column is not there. */
  get(column: Column): string {
    const place = this.header.placeOf(column);
    return place === undefined ? '' : unguarded((this.cells[place] ?? '').trim());
  }

  /** As the file calls the column. */
  nameOf(column: Column): string {
    return this.header.nameOf(column);
  }
}

export interface Rows {
  rows: Row[];
  /** Records of the file, those that were left out too. */
  total: number;
  problems: ImportProblem[];
}

/** @throws ValidationFailed when this is no CSV file with a header like Shopify's */
export async function readRows(bytes: Buffer): Promise<Rows> {
  const { text, format } = openCsv(bytes);
  const result: Rows = { rows: [], total: 0, problems: [] };
  const report = (line: number, message: string) => result.problems.push({ line, field: null, message });
  let header: Header | undefined;
  let headerLine = 1;
  let lastLine = 0;
  let isFull = false;

  const take = (cells: string[], endLine: number): void => {
    const line = endLine - lineBreaks(cells);
    lastLine = endLine;
    if (!header) {
      header = new Header(cells);
      headerLine = line;
      return;
    }
    if (isFull) return;
    isFull = result.total === LIMITS.importFile.rows;
    if (isFull) return void report(line, tooManyRows);
    result.total += 1;
    header.watch(cells);
    if (cells.slice(header.width).some(Boolean)) report(line, tooManyCells(cells.length, header.width));
    else result.rows.push(new Row(line, cells, header));
  };

  try {
    const onRecord = (cells: string[], { lines }: { lines: number }) => {
      take(cells, lines);
      return null;
    };
    const records = parser({ ...format, on_record: onRecord });
    records.resume();
    const source = chunks(Buffer.from(text), () => isFull);
    await pipeline(Readable.from(source, { highWaterMark: 1 }), records);
  } catch (error) {
    if (!isCsvError(error)) throw error;
    if (!isFull) {
      result.total += 1;
      report(lastLine + 1, unclosedQuote);
    }
  }
  result.problems.push(...((header as Header | undefined)?.problems(headerLine) ?? []));
  return result;
}

/** Other requests get their turn between the chunks. */
async function* chunks(bytes: Buffer, isEnough: () => boolean): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length && !isEnough(); start += CHUNK_BYTES) {
    yield bytes.subarray(start, start + CHUNK_BYTES);
    await nextTurn();
  }
}

const lineBreaks = (cells: string[]) =>
  cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);

const unclosedQuote =
  'A quotation mark that opens in this row is never closed, or the row is longer than 1 MB. Everything from this row on was left out; close the quotation mark, or double those that belong to the text.';
const tooManyRows = `The file has more than ${LIMITS.importFile.rows} rows. This row and all below it were left out; split the file.`;
const tooManyCells = (cells: number, columns: number) =>
  `The row has ${cells} cells, but the first line names ${columns} columns. It was left out; put cells that hold commas in quotation marks.`;
