import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ImportProblem } from '@souk/contracts/imports.dto';
import { readProduct, type CsvProduct } from './shopify-csv-product';
import { readRows, type Row } from './shopify-csv-rows';

export interface CsvCatalogue {
  products: CsvProduct[];
  /** In the order of the file. */
  problems: ImportProblem[];
  /** Rows below the header. */
  rowsTotal: number;
}

/**
 * Reads a product file as Shopify exports it. The same bytes always give the same catalogue.
 * @throws ValidationFailed when this is no such file
 */
export async function parseShopifyCsv(bytes: Buffer): Promise<CsvCatalogue> {
  const { rows, total, problems } = await readRows(bytes);
  const products: CsvProduct[] = [];
  for (const [handle, group] of groupByHandle(rows, problems)) {
    const product = readProduct(handle, group, problems);
    if (product) products.push(product);
    // one hostile description keeps the others waiting for a moment only
    await nextTurn();
  }
  problems.sort((a, b) => a.line - b.line);
  return { products, problems, rowsTotal: total };
}

const HANDLE_MAX = 255;

function groupByHandle(rows: Row[], problems: ImportProblem[]): Map<string, [Row, ...Row[]]> {
  const groups = new Map<string, [Row, ...Row[]]>();
  for (const row of rows) {
    const handle = row.get('Handle');
    if (handle && handle.length <= HANDLE_MAX) {
      const group = groups.get(handle);
      if (group) group.push(row);
      else groups.set(handle, [row]);
      continue;
    }
    const reason = handle ? `is longer than ${HANDLE_MAX} characters` : 'is empty';
    problems.push({
      line: row.line,
      field: row.nameOf('Handle'),
      message: `The handle ${reason}. The row was left out; give all rows of one product the same short word.`,
    });
  }
  return groups;
}
