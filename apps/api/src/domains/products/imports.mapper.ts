import type { ImportDto, ImportSummary } from '@souk/contracts/imports.dto';
import type { Import, ImportProblemRow } from './import.entity';

export const toImportDto = (job: Import, problems: ImportProblemRow[]): ImportDto => ({
  ...toImportSummary(job, problems.length),
  problems: problems.map(({ line, field, message }) => ({ line, field, message })),
});

export const toImportSummary = (job: Import, problemCount: number): ImportSummary => ({
  id: job.id,
  status: job.status,
  dryRun: job.dryRun,
  fileName: job.fileName,
  rowsTotal: job.rowsTotal,
  rowsDone: job.rowsDone,
  productsCreated: job.productsCreated,
  productsUpdated: job.productsUpdated,
  productsUndone: job.productsUndone,
  problemCount,
  canUndo: job.canUndo,
  createdAt: job.createdAt.toISOString(),
  finishedAt: job.finishedAt?.toISOString() ?? null,
  undoStartedAt: job.undoStartedAt?.toISOString() ?? null,
});
