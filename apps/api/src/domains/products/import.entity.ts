import type { ImportStatus } from '@souk/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { TimestampColumn } from '../../platform/database/columns';
import { CodedError } from '../../platform/http/errors';
import { Store } from '../stores/store.entity';

/** One uploaded catalogue file and how far it has come. */
@Entity('imports')
@Index('imports_store', ['storeId', 'id'])
export class Import {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'store_id' })
  storeId: number;

  @ManyToOne(() => Store, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'store_id', foreignKeyConstraintName: 'imports_store_fk' })
  store?: Store;

  @Column({ type: 'varchar', length: 10 })
  status: ImportStatus;

  @Column({ type: 'boolean', name: 'dry_run', default: false })
  dryRun: boolean;

  @Column({ type: 'varchar', length: 200, name: 'file_name' })
  fileName: string;

  /** In private storage; empty once the file has gone. */
  @Column({ type: 'varchar', length: 80, name: 'file_key' })
  fileKey: string;

  @Column({ type: 'integer', name: 'rows_total', default: 0 })
  rowsTotal: number;

  @Column({ type: 'integer', name: 'rows_done', default: 0 })
  rowsDone: number;

  @Column({ type: 'integer', name: 'products_created', default: 0 })
  productsCreated: number;

  @Column({ type: 'integer', name: 'products_updated', default: 0 })
  productsUpdated: number;

  /** Set as long as all that it has changed is kept, so that it can be taken back. */
  @Column({ type: 'boolean', default: false })
  undoable: boolean;

  @Column({ type: 'integer', name: 'products_undone', default: 0 })
  productsUndone: number;

  @TimestampColumn({ name: 'created_at' })
  createdAt: Date;

  /** The import's end, then that of its undoing. */
  @TimestampColumn({ name: 'finished_at', nullable: true })
  finishedAt: Date | null;

  @TimestampColumn({ name: 'undo_started_at', nullable: true })
  undoStartedAt: Date | null;

  private get hasEnded(): boolean {
    return this.status === 'done' || this.status === 'failed';
  }

  get canUndo(): boolean {
    return this.hasEnded && this.undoable;
  }

  /** @throws CodedError */
  startUndo(): void {
    if (!this.canUndo) {
      const { status } = this;
      throw new CodedError('INVALID_TRANSITION', this.undoRefusal, { status, allowed: [] });
    }
    this.status = 'running';
    this.undoStartedAt = new Date();
    this.finishedAt = null;
  }

  private get undoRefusal(): string {
    if (this.status === 'undone') return 'This import has been undone already.';
    if (this.hasEnded) return 'This import has changed nothing that could be undone.';
    return `This import ${this.undoStartedAt ? 'is being undone' : 'has not come to its end'}.`;
  }
}

/** A row, or a part of one, that could not be taken. */
@Entity('import_problems')
@Index('import_problems_import', ['importId', 'line'])
export class ImportProblemRow {
  @PrimaryGeneratedColumn({ type: 'integer' })
  id: number;

  @Column({ type: 'integer', name: 'import_id' })
  importId: number;

  @ManyToOne(() => Import, { onDelete: 'CASCADE', onUpdate: 'NO ACTION' })
  @JoinColumn({ name: 'import_id', foreignKeyConstraintName: 'import_problems_import_fk' })
  import?: Import;

  /** Of the file, the header being line 1. */
  @Column({ type: 'integer' })
  line: number;

  @Column({ type: 'varchar', length: 100, nullable: true })
  field: string | null;

  @Column({ type: 'varchar', length: 500 })
  message: string;
}
