import { Page } from './common.dto';
import { IMPORT_STATUSES, type ImportStatus } from './enums';
import { QueryFlag } from './query-validators';
import { EnumField, Optional } from './validators';

/** The form's fields beside the file. */
export class ImportFields {
  /** `true`: change nothing, report the problems. Default `false`. */
  @Optional()
  @QueryFlag()
  dryRun?: boolean;
}

export class ImportProblem {
  /** Line of the file, the header being line 1. @example 17 */
  line: number;
  /** Column of the file. @example Variant Price */
  field: string | null;
  /** @example "abc" is not a price; write it like 19.99. The row was left out. */
  message: string;
}

export class ImportSummary {
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
  /** Of those, how many an undo has gone through. @example 0 */
  productsUndone: number;
  /** @example 3 */
  problemCount: number;
  /** It has ended, be it `failed`, and has changed something that can be taken back as a whole. */
  canUndo: boolean;
  /** @example 2026-11-02T09:30:00.000Z */
  createdAt: string;
  /** The end of the import, or of its undo. */
  finishedAt: string | null;
  /** When its undo was asked for: the status is `running` again until it is `undone`. */
  undoStartedAt: string | null;
}

export class ImportDto extends ImportSummary {
  /** In the order of the file; of very many only the first 5,000 and their number. */
  problems: ImportProblem[];
}

export class ImportPage extends Page {
  items: ImportSummary[];
}
