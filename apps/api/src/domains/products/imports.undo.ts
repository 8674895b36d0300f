import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import type { Store } from '../stores/store.entity';
import { ImportChange } from './import-change.entity';
import { Import, ImportProblemRow } from './import.entity';
import { restore, type ProductBefore } from './imports.before';
import { ImportCategories } from './imports.categories';
import { ImportUndoQueued } from './imports.events';
import { ImportWriter } from './imports.writer';
import { ListingService } from './listing.service';
import { Category } from './category.entity';
import { Product, ProductFile, ProductImage, ProductVariant } from './product.entity';
import { ProductSearch } from './product-search';
import { StockHistory, stockOf } from './stock-history';

const PRODUCTS_PER_BATCH = 25;

interface Undone {
  change: ImportChange;
  product: Product;
}

/**
 * Takes whole imports back, the last change first. What is undone and what is left to undo commit together, so a job
 * that is killed and handed out again goes on after the last batch.
 */
@Injectable()
export class ImportUndo {
  private readonly logger = new Logger('Import');

  constructor(
    private readonly database: Database,
    private readonly categories: ImportCategories,
    private readonly writer: ImportWriter,
    private readonly listing: ListingService,
    private readonly search: ProductSearch,
    private readonly history: StockHistory,
    events: Events,
  ) {
    events.on(ImportUndoQueued, 'imports', ({ importId }, _, stopping) => this.run(importId, stopping));
  }

  private async run(id: number, stopping: AbortSignal): Promise<void> {
    const job = await this.database.repository(Import).findOneBy({ id });
    if (!job?.undoStartedAt || job.status !== 'running') return;
    try {
      while (await this.database.run(() => this.undoBatch(job))) {
        stopping.throwIfAborted();
        // on SQLite nothing here waits for the outside: others get their turn between batches
        await nextTurn();
      }
      await this.database.run(async () => {
        await this.end(id, { status: 'undone', undoable: false });
        await this.categories.dropEmpty();
      });
    } catch (error) {
      if (error === stopping.reason) throw error;
      this.logger.error({ err: error, importId: id }, 'Undo of an import failed');
      await this.database.run(async () => {
        await this.end(id, { status: job.rowsDone < job.rowsTotal ? 'failed' : 'done', undoStartedAt: null });
        await this.note(id, [{ line: 1, message: FAULT }]);
      });
    }
  }

  private async end(id: number, change: Partial<Import>): Promise<void> {
    await this.database
      .repository(Import)
      .update({ id, status: 'running' }, { ...change, finishedAt: new Date() });
  }

  /** False when nothing is left. */
  private async undoBatch({ id: importId, storeId }: Import): Promise<boolean> {
    const store = await this.writer.lockStore(storeId);
    const rows = this.database.repository(ImportChange);
    const changes = await rows.find({
      where: { importId },
      order: { id: 'DESC' },
      take: PRODUCTS_PER_BATCH,
    });
    if (changes.length === 0) return false;
    const products = await this.lockProducts(changes);
    const filled = await this.filledSince(changes);
    const undone: Undone[] = [];
    const kept: ImportChange[] = [];
    for (const change of changes) {
      const product = products.get(change.productId);
      const isUntouched = product?.updatedAt.getTime() === change.leftAt.getTime();
      if (product && isUntouched && !filled.has(change)) undone.push({ change, product });
      // what the import had made, its vendor has deleted: so it is gone, as an undo wants it
      else if (product || change.before) kept.push(change);
    }
    const { removed, restored } = await this.apply(undone, store);
    await this.listing.save(store, ...undone.map(({ product }) => product));
    await this.search.remove(removed);
    await this.search.index(restored);
    await this.note(
      importId,
      kept.map(({ line, before, productId }) => ({
        line,
        message: keptMessage(products.get(productId)?.name ?? before?.name ?? ''),
      })),
    );
    await rows.delete({ id: In(changes.map(({ id }) => id)) });
    await this.database.repository(Import).increment({ id: importId }, 'productsUndone', changes.length);
    return true;
  }

  private async apply(undone: Undone[], store: Store): Promise<{ removed: number[]; restored: number[] }> {
    const removed: number[] = [];
    const updated: { product: Product; before: ProductBefore }[] = [];
    for (const { product, change } of undone) {
      if (change.before) {
        updated.push({ product, before: change.before });
        continue;
      }
      // as one that is deleted by hand: carts and past orders keep naming it
      product.isActive = false;
      product.deletedAt = new Date();
      removed.push(product.id);
    }
    const restored = updated.map(({ product }) => product.id);
    const variants = await this.database
      .repository(ProductVariant)
      .find({ where: { productId: In(restored) }, order: { position: 'ASC', id: 'ASC' } });
    const stock = stockOf(variants);
    const categories = await this.existing(updated.flatMap(({ before }) => before.categoryId ?? []));
    for (const { product, before } of updated) {
      const own = variants.filter(({ productId }) => productId === product.id);
      restore(product, own, before);
      if (!categories.has(product.categoryId ?? 0)) product.categoryId = null;
    }
    await this.history.save(store, variants, stock, { reason: 'import_undone', actorId: store.vendorId });
    await this.restorePictures(
      restored,
      updated.map(({ before }) => before),
    );
    return { removed, restored };
  }

  private async restorePictures(productIds: number[], before: ProductBefore[]): Promise<void> {
    const images = this.database.repository(ProductImage);
    const found = await images.find({
      where: { productId: In(productIds) },
      select: { id: true, alt: true },
    });
    // nobody else has added one, or described one anew: that would have been an edit
    const known = new Set(before.flatMap(({ imageIds }) => imageIds));
    const added = found.filter(({ id }) => !known.has(id));
    if (added.length > 0) await images.delete({ id: In(added.map(({ id }) => id)) });
    const alts = new Map(before.flatMap(({ imageAlts = {} }) => Object.entries(imageAlts)));
    for (const { id, alt } of found) {
      const was = alts.get(String(id));
      if (was !== undefined && was !== alt) await images.update({ id }, { alt: was });
    }
  }

  private async lockProducts(changes: ImportChange[]): Promise<Map<number, Product>> {
    const products = this.database
      .repository(Product)
      .createQueryBuilder('product')
      .where({ id: In(changes.map(({ productId }) => productId)), deletedAt: IsNull() })
      .orderBy('product.id');
    const found = await this.database.locked(products).getMany();
    return new Map(found.map((product) => [product.id, product]));
  }

  /** Those whose product has got its digital file since, which does not count as a change of the product. */
  private async filledSince(changes: ImportChange[]): Promise<Set<ImportChange>> {
    const files = await this.database.repository(ProductFile).find({
      where: { productId: In(changes.map(({ productId }) => productId)) },
      select: { productId: true, uploadedAt: true },
    });
    const times = new Map(files.map(({ productId, uploadedAt }) => [productId, uploadedAt]));
    return new Set(changes.filter(({ productId, leftAt }) => (times.get(productId) ?? leftAt) > leftAt));
  }

  private async existing(categoryIds: number[]): Promise<Set<number>> {
    const categories = await this.database
      .repository(Category)
      .find({ where: { id: In([...new Set(categoryIds)]) }, select: { id: true } });
    return new Set(categories.map(({ id }) => id));
  }

  private async note(importId: number, problems: { line: number; message: string }[]): Promise<void> {
    const rows = problems.map((problem) => ({ importId, field: null, ...problem }));
    await this.database.repository(ImportProblemRow).insert(rows);
  }
}

const keptMessage = (name: string) =>
  `"${name}" was changed after this import, so it was kept as it is and not undone.`;

const FAULT =
  'The undo stopped by a fault on our side. What was undone until then stays so; ask for the undo again.';
