import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { NotFound } from '../../platform/http/errors';
import type { UploadedFile } from '../../platform/http/upload';
import { Import } from './import.entity';
import { ImportQueued, ImportUndoQueued } from './imports.events';
import { ImportFiles } from './imports.files';
import { openCsv } from './shopify-csv-file';

@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly files: ImportFiles,
    private readonly events: Events,
  ) {}

  /** Keeps the file and queues the work. @throws ValidationFailed when it is no product file at all */
  async start(storeId: number, { name, bytes }: UploadedFile, dryRun: boolean): Promise<Import> {
    openCsv(bytes);
    return this.files.keep(bytes, (fileKey) => this.queue(storeId, name, fileKey, dryRun));
  }

  /** Queues the undoing. @throws NotFound @throws CodedError unless the import is done and has changed something */
  undo(storeId: number, id: number): Promise<Import> {
    return this.database.run(async () => {
      const imports = this.database.repository(Import).createQueryBuilder('import').where({ id, storeId });
      const job = await this.database.locked(imports).getOne();
      if (!job) throw new NotFound('import');
      job.startUndo();
      await this.events.publish(new ImportUndoQueued(id));
      return this.database.repository(Import).save(job);
    });
  }

  private queue(storeId: number, fileName: string, fileKey: string, dryRun: boolean): Promise<Import> {
    return this.database.run(async () => {
      const queued = Object.assign(new Import(), {
        storeId,
        status: 'queued' as const,
        dryRun,
        fileName,
        fileKey,
        rowsTotal: 0,
        rowsDone: 0,
        productsCreated: 0,
        productsUpdated: 0,
        undoable: false,
        productsUndone: 0,
        createdAt: new Date(),
        finishedAt: null,
        undoStartedAt: null,
      });
      const saved = await this.database.repository(Import).save(queued);
      await this.events.publish(new ImportQueued(saved.id));
      return saved;
    });
  }
}
