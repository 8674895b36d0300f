import { IMPORT_STATUSES, type ImportStatus } from './enums';
import { EnumField } from './validators';

export class ImportProblem {
  /** Line of the file, the header being line 1. @example 17 */
  line: number;
  /** Column of the file. @example Variant Price */
  field: string | null;
  /** @example "abc" is not a price; write it like 19.99. The row was left out. */
  message: string;
}

export class ImportDto {
  /** @example 5 */
  id: number;
  @EnumField(IMPORT_STATUSES, 'ImportStatus')
  status: ImportStatus;
  /** Nothing is changed; the problems are reported. */
  dryRun: boolean;
  /** @example bicycles.csv */
  fileName: string;
  /** @example 1399 */
  rowsTotal: number;
  /** @example 700 */
  rowsDone: number;
  /** @example 284 */
  productsCreated: number;
  /** @example 0 */
  productsUpdated: number;
  problems: ImportProblem[];
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
  finishedAt: string | null;
}
