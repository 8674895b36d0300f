import { isUtf8 } from 'node:buffer';
import type { Options } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { ValidationFailed } from '../../platform/http/errors';
import { Header } from './shopify-csv-header';

export interface CsvText {
  /** With \n for every line end: csv-parse counts \r\n inside a quoted cell as two lines. */
  text: string;
  format: Options;
}

const FORMAT = {
  relax_column_count: true,
  // 15" in an unquoted cell is inches, not a mistake
  relax_quotes: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  // an open quotation mark would otherwise swallow the whole file
  max_record_size: 1_000_000,
} satisfies Options;
/** Where a comma begins the decimals, spreadsheets part cells by semicolons. */
const DELIMITERS = [',', ';', '\t'];
/** UTF-16 units that are enough to know a file by. */
const HEAD = 256 * 1024;

/** Looks at the beginning only. @throws ValidationFailed when this is no CSV file with a header like Shopify's */
export function openCsv(bytes: Buffer): CsvText {
  const text = decode(bytes);
  const formats = DELIMITERS.map((delimiter) => ({ ...FORMAT, delimiter }));
  const headers = formats.map((format) => new Header(firstRecords(text, format).records[0] ?? []));
  const format = formats.find((_, index) => headers[index]?.missing.length === 0);
  if (!format) throw refusalOf(headers);
  const { records, hasMore } = firstRecords(text, format);
  if (records.length < 2 && !hasMore) throw refusal('has a header, but no products below it');
  return { text, format };
}

/** The package brings a class of its own for each of its two faces. */
export const isCsvError = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

/** At most two. */
function firstRecords(text: string, format: Options): { records: string[][]; hasMore: boolean } {
  const head = text.slice(0, HEAD);
  const records: string[][] = [];
  try {
    const onRecord = (cells: string[]) => {
      records.push(cells);
      return null;
    };
    parse(head, { ...format, to: 2, on_record: onRecord });
  } catch (error) {
    if (!isCsvError(error)) throw error;
    return { records, hasMore: true };
  }
  return { records, hasMore: head.length < text.length };
}

function decode(bytes: Buffer): string {
  const other = OTHERS.find(({ beginning }) => bytes.subarray(0, beginning.length).equals(beginning));
  if (other) throw refusal(`is ${other.what}, not a CSV file; ${other.advice}`);
  return (utf16(bytes) ?? utf8(bytes)).replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}

/** Excel's "Unicode text" begins with a mark that tells in which order the bytes stand. */
function utf16(bytes: Buffer): string | undefined {
  const encoding = { fffe: 'utf-16le', feff: 'utf-16be' }[bytes.toString('hex', 0, 2)];
  if (!encoding) return undefined;
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw refusal(`is damaged: its text in UTF-16 breaks off; ${SAVE_AS_CSV}`);
  }
}

function utf8(bytes: Buffer): string {
  if (bytes.includes(0)) throw refusal(`is not a text file; ${SAVE_AS_CSV}`);
  if (!isUtf8(bytes))
    throw refusal(
      `is not in UTF-8, so letters such as é would be lost; ${SAVE_AS_CSV}, or with the character set UTF-8`,
    );
  return bytes.toString('utf8');
}

function refusalOf(headers: Header[]): ValidationFailed {
  if (headers.every(({ width }) => width === 0))
    return refusal('has no header line that could be read; its first line names the columns');
  const [nearest] = headers.toSorted((a, b) => a.missing.length - b.missing.length || b.width - a.width);
  const missing = nearest?.missing.join(' and ') ?? '';
  return refusal(`lacks the column ${missing} in its first line, which names the columns as Shopify does`);
}

const refusal = (reason: string) => new ValidationFailed({ file: [reason] });

const SAVE_AS_CSV = 'open it in a spreadsheet and save it as "CSV UTF-8"';
/** What is chosen by mistake, by the bytes that it begins with. */
const OTHERS = [
  { beginning: Buffer.from('PK\x03\x04'), what: 'a workbook (XLSX, ODS) or a ZIP archive' },
  { beginning: Buffer.from('d0cf11e0', 'hex'), what: 'a workbook of an older Excel (XLS)' },
  { beginning: Buffer.from('%PDF-'), what: 'a PDF', advice: 'send the table that it was made from' },
  { beginning: Buffer.from('1f8b', 'hex'), what: 'compressed (GZIP)', advice: 'unpack it first' },
].map((other) => ({ advice: SAVE_AS_CSV, ...other }));
