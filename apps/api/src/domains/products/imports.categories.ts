import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Database, isDuplicate } from '../../platform/database/database';
import { slugOf } from '../../platform/http/slug';
import { freeSlug, nameKey } from './category-tree';
import { Category } from './category.entity';
import { Import } from './import.entity';
import { ImportChanges } from './imports.changes';

const ATTEMPTS = 5;
const PER_DELETE = 500;
const UNDER_WAY = { status: In(['queued', 'running']), dryRun: false, undoStartedAt: IsNull() };

/** The marketplace's categories by the types of imported files. */
@Injectable()
export class ImportCategories {
  constructor(
    private readonly database: Database,
    private readonly changes: ImportChanges,
  ) {}

  /** Name → id; unknown ones are made. */
  async idsOf(importId: number, names: string[]): Promise<Map<string, number>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.database.run(() => this.findOrMake(importId, [...new Set(names)]));
      } catch (error) {
        // another import made the same category at the same moment
        if (attempt === ATTEMPTS || !isDuplicate(error)) throw error;
      }
    }
  }

  /** Of those that the import has made, what holds no product and no category. */
  async dropEmpty(importId: number): Promise<void> {
    // another import may be about to put products into them
    if (await this.database.repository(Import).existsBy({ ...UNDER_WAY, id: Not(importId) })) return;
    const made = await this.database
      .repository(Category)
      .createQueryBuilder('category')
      .select(['category.id'])
      .where('category.id IN (SELECT i.category_id FROM import_categories i WHERE i.import_id = :importId)')
      .andWhere('NOT EXISTS (SELECT 1 FROM categories c WHERE c.parent_id = category.id)')
      .andWhere(
        'NOT EXISTS (SELECT 1 FROM products p WHERE p.category_id = category.id AND p.deleted_at IS NULL)',
      )
      .setParameters({ importId })
      .getMany();
    for (let start = 0; start < made.length; start += PER_DELETE) {
      const ids = made.slice(start, start + PER_DELETE).map(({ id }) => id);
      await this.database.repository(Category).delete({ id: In(ids) });
    }
  }

  private async findOrMake(importId: number, names: string[]): Promise<Map<string, number>> {
    const categories = this.database.repository(Category);
    const existing = await categories.find({ order: { id: 'DESC' } });
    const slugs = new Set(existing.map(({ slug }) => slug));
    const byName = new Map(existing.map(({ name, id }) => [nameKey(name), id]));
    const byFormerSlug = new Map(
      existing.flatMap(({ id, formerSlugs }) => (formerSlugs ?? []).map((slug) => [slug, id])),
    );
    for (const name of names) {
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
    return new Map(
      names.flatMap((name) => {
        const id = byName.get(nameKey(name));
        return id === undefined ? [] : [[name, id] as const];
      }),
    );
  }
}
