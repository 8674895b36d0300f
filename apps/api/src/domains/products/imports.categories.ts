import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database, isDuplicate } from '../../platform/database/database';
import { slugOf } from '../../platform/http/slug';
import { freeSlug, nameKey } from './category-tree';
import { Category } from './category.entity';
import { Import } from './import.entity';
import { ImportChanges } from './imports.changes';
import type { CsvProduct } from './shopify-csv-product';

const ATTEMPTS = 5;
const PER_DELETE = 500;
const UNDER_WAY = { status: In(['queued', 'running']), dryRun: false, undoStartedAt: IsNull() };
type Wanted = Pick<CsvProduct, 'category' | 'categorySlug'>;
/** The id of a product's category; null for none. */
export type CategoryOf = (draft: Wanted) => number | null;

/** The marketplace's categories by the types of imported files. */
@Injectable()
export class ImportCategories {
  constructor(
    private readonly database: Database,
    private readonly changes: ImportChanges,
  ) {}

  /** Makes those of the products that are unknown, and knows them all then. */
  async ofProducts(importId: number, drafts: Wanted[]): Promise<CategoryOf> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.database.run(() => this.findOrMake(importId, drafts));
      } catch (error) {
        // another import made the same category at the same moment
        if (attempt === ATTEMPTS || !isDuplicate(error)) throw error;
      }
    }
  }

  /** Of those that undone imports have made, what holds no product and no category. */
  async dropEmpty(): Promise<void> {
    // an import may be about to put products into them; it comes here when it ends
    if (await this.database.repository(Import).existsBy(UNDER_WAY)) return;
    const made = await this.database
      .repository(Category)
      .createQueryBuilder('category')
      .select(['category.id'])
      .where(
        `category.id IN (SELECT made.category_id FROM import_categories made
          JOIN imports i ON i.id = made.import_id WHERE i.status = 'undone')`,
      )
      .andWhere('NOT EXISTS (SELECT 1 FROM categories c WHERE c.parent_id = category.id)')
      .andWhere(
        'NOT EXISTS (SELECT 1 FROM products p WHERE p.category_id = category.id AND p.deleted_at IS NULL)',
      )
      .getMany();
    for (let start = 0; start < made.length; start += PER_DELETE) {
      const ids = made.slice(start, start + PER_DELETE).map(({ id }) => id);
      await this.database.repository(Category).delete({ id: In(ids) });
    }
  }

  private async findOrMake(importId: number, drafts: Wanted[]): Promise<CategoryOf> {
    const categories = this.database.repository(Category);
    const existing = await categories.find({ order: { id: 'DESC' } });
    const bySlug = new Map(existing.map((category) => [category.slug, category]));
    const slugs = new Set(bySlug.keys());
    const byName = new Map(existing.map(({ name, id }) => [nameKey(name), id]));
    const byFormerSlug = new Map(
      existing.flatMap(({ id, formerSlugs }) => (formerSlugs ?? []).map((slug) => [slug, id])),
    );
    for (const name of new Set(drafts.flatMap(({ category }) => category ?? []))) {
      if (byName.has(nameKey(name))) continue;
      // staff has renamed it, or merged it into another; what has no Latin letters all has one slug
      const renamed = slugOf(name) === slugOf('') ? undefined : byFormerSlug.get(slugOf(name));
      if (renamed !== undefined) {
        byName.set(nameKey(name), renamed);
        continue;
      }
      const slug = freeSlug(name, slugs);
      slugs.add(slug);
      const { id } = await categories.save(Object.assign(new Category(), { name, slug, parentId: null }));
      await this.changes.addCategory(importId, id);
      byName.set(nameKey(name), id);
    }
    return ({ category, categorySlug }) => {
      if (!category) return null;
      const named = bySlug.get(categorySlug ?? '');
      // a slug from another marketplace may stand for something else here
      if (named && nameKey(named.name) === nameKey(category)) return named.id;
      return byName.get(nameKey(category)) ?? null;
    };
  }
}
