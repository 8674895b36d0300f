import { Injectable } from '@nestjs/common';
import { Database, isDuplicate } from '../../platform/database/database';
import { slugOf } from '../../platform/http/slug';
import { Category } from './category.entity';

const ATTEMPTS = 5;
/** "Bar tape" and "bar  Tape" are one category. */
const nameKey = (name: string) => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The marketplace's categories by the types of imported files. */
@Injectable()
export class ImportCategories {
  constructor(private readonly database: Database) {}

  /** Name → id; unknown ones are made. */
  async idsOf(names: string[]): Promise<Map<string, number>> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.database.run(() => this.findOrMake([...new Set(names)]));
      } catch (error) {
        // another import made the same category at the same moment
        if (attempt === ATTEMPTS || !isDuplicate(error)) throw error;
      }
    }
  }

  private async findOrMake(names: string[]): Promise<Map<string, number>> {
    const categories = this.database.repository(Category);
    const existing = await categories.find({ order: { id: 'DESC' } });
    const slugs = new Set(existing.map(({ slug }) => slug));
    const byName = new Map(existing.map(({ name, id }) => [nameKey(name), id]));
    for (const name of names) {
      if (byName.has(nameKey(name))) continue;
      const slug = freeSlug(slugOf(name), slugs);
      slugs.add(slug);
      const { id } = await categories.save(Object.assign(new Category(), { name, slug, parentId: null }));
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

function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? slug : `${slug}-${number}`;
    if (!taken.has(candidate)) return candidate;
  }
}
