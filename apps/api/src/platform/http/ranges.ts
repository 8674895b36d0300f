import type { IncomingHttpHeaders } from 'node:http';
import type { ByteRange } from '../storage/storage';

/**
 * The bytes that a request asks for, RFC 9110, 14.2. Null: all of them, also for what it allows to ignore: several
 * ranges, other units, and a file that is not the one which `If-Range` names.
 * @param tag strong ETag of the file @param size its bytes
 */
export function rangeOf(
  { range, 'if-range': condition }: IncomingHttpHeaders,
  tag: string,
  size: number,
): ByteRange | 'unsatisfiable' | null {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  if (first + last === '' || (condition !== undefined && condition !== tag)) return null;
  if (first === '') {
    const start = Math.max(0, size - Number(last));
    return start < size ? { start, end: size - 1 } : 'unsatisfiable';
  }
  const [start, end] = [Number(first), last === '' ? Infinity : Number(last)];
  if (start > end) return null;
  return start < size ? { start, end: Math.min(end, size - 1) } : 'unsatisfiable';
}
