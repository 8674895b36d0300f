import type { Column } from './shopify-csv-columns';
import type { Row } from './shopify-csv-rows';

/** Notes a problem with one cell of a row. */
export type Report = (row: Row, field: Column, message: string) => void;

/** At most `max` UTF-16 units, without tearing a character in two. */
export const cut = (text: string, max: number): string =>
  text.length <= max ? text : text.slice(0, max).replace(/[\ud800-\udbff]$/, '');

/** On one line, without control characters. */
export const oneLine = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g, ' ').trim();

/** As a message can show it. */
export const quoted = (text: string): string => `"${cut(oneLine(text), 40)}"`;
