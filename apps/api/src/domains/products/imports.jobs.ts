import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { ImportProblem } from '@souk/contracts/imports.dto';
import { IsNull } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { Import, ImportProblemRow } from './import.entity';
import { ImportCategories } from './imports.categories';
import { ImportFinished, ImportQueued } from './imports.events';
import { ImportFiles } from './imports.files';
import { ImportPictures } from './imports.pictures';
import { ImportWriter } from './imports.writer';
import { parseShopifyCsv, type CsvCatalogue } from './shopify-csv';
import type { CsvProduct } from './shopify-csv-product';

const PRODUCTS_PER_BATCH = 25;
const PROBLEMS_MAX = 5000;
const PROBLEMS_PER_INSERT = 500;

/** Another process works on the same import: its lease on this one's had run out. */
class TakenOver extends Error {}

/**
 * Works imports off. Products and progress commit together, so a job that is killed and handed out again goes on after
 * the last batch: the same file always reads the same.
 */
@Injectable()
export class ImportJobs {
  private readonly logger = new Logger('Import');

  constructor(
    private readonly database: Database,
    private readonly files: ImportFiles,
    private readonly categories: ImportCategories,
    private readonly writer: ImportWriter,
    private readonly pictures: ImportPictures,
    private readonly events: Events,
  ) {
    events.on(ImportQueued, 'imports', ({ importId }, _, stopping) => this.run(importId, stopping));
    events.lane('imports', 2);
  }

  private async run(id: number, stopping: AbortSignal): Promise<void> {
    const job = await this.database.repository(Import).findOneBy({ id });
    if (!job || job.undoStartedAt || (job.status !== 'queued' && job.status !== 'running')) return;
    try {
      const catalogue = await parseShopifyCsv(await this.files.read(job.fileKey));
      if (job.status === 'queued') await this.begin(job, catalogue);
      await this.takeProducts(job, catalogue, stopping);
      const problems = job.dryRun ? [] : await this.pictures.fetchFor(job, catalogue.products, stopping);
      await this.finish(job, 'done', problems);
    } catch (error) {
      if (error instanceof TakenOver) return;
      if (error === stopping.reason) throw error;
      this.logger.error({ err: error, importId: id }, 'Import failed');
      await this.finish(job, 'failed', [FAULT]);
    }
  }

  private begin(job: Import, { rowsTotal, products, problems }: CsvCatalogue): Promise<void> {
    const rowsDone = rowsTotal - rowsOf(products);
    return this.database.run(async () => {
      await this.advance(job, { status: 'running', rowsTotal, rowsDone });
      await this.note(job, problems);
    });
  }

  private async takeProducts(
    job: Import,
    { rowsTotal, products }: CsvCatalogue,
    stopping: AbortSignal,
  ): Promise<void> {
    let rows = rowsTotal - rowsOf(products);
    const left = products.filter((product) => (rows += product.rows) > job.rowsDone);
    const categoryOf = job.dryRun ? () => null : await this.categories.ofProducts(job.id, left);
    for (let start = 0; start < left.length; start += PRODUCTS_PER_BATCH) {
      stopping.throwIfAborted();
      const batch = left.slice(start, start + PRODUCTS_PER_BATCH);
      await this.database.run(async () => {
        const { created, updated } = job.dryRun
          ? await this.writer.foresee(job.storeId, batch)
          : await this.writer.write(job, batch, categoryOf);
        await this.advance(job, {
          rowsDone: job.rowsDone + rowsOf(batch),
          productsCreated: job.productsCreated + created,
          productsUpdated: job.productsUpdated + updated,
          undoable: !job.dryRun,
        });
      });
      // on SQLite nothing here waits for the outside: others get their turn between batches
      await nextTurn();
    }
  }

  private finish(job: Import, status: 'done' | 'failed', problems: ImportProblem[]): Promise<void> {
    return this.database.run(async () => {
      await this.advance(job, { status, finishedAt: new Date() });
      await this.note(job, problems);
      if (!job.dryRun) await this.categories.dropEmpty();
      await this.events.publish(new ImportFinished(job.id));
    });
  }

  /** Only from the state that this process has seen. @throws TakenOver */
  private async advance(job: Import, change: Partial<Import>): Promise<void> {
    const { id, status, rowsDone } = job;
    const seen = { id, status, rowsDone, undoStartedAt: IsNull() };
    const { affected } = await this.database.repository(Import).update(seen, change);
    if (affected !== 1) throw new TakenOver();
    this.database.afterCommit(() => Object.assign(job, change));
  }

  private async note(job: Import, problems: ImportProblem[]): Promise<void> {
    const rows = summarised(problems).map(({ line, field, message }) => ({
      importId: job.id,
      line,
      field,
      message: message.slice(0, 500),
    }));
    for (let start = 0; start < rows.length; start += PROBLEMS_PER_INSERT) {
      const some = rows.slice(start, start + PROBLEMS_PER_INSERT);
      await this.database.repository(ImportProblemRow).insert(some);
    }
  }
}

const rowsOf = (products: CsvProduct[]) => products.reduce((sum, { rows }) => sum + rows, 0);

const FAULT: ImportProblem = {
  line: 1,
  field: null,
  message:
    'The import stopped by a fault on our side. What was taken until then stays; import the file again.',
};

function summarised(problems: ImportProblem[]): ImportProblem[] {
  const first = problems.slice(0, PROBLEMS_MAX);
  const next = problems[PROBLEMS_MAX];
  if (!next) return first;
  const count = problems.length - first.length;
  const message = `From this line on there are ${count} more problems. Mend those above and import the file again.`;
  return [...first, { line: next.line, field: null, message }];
}
