import { LIMITS } from '@souk/contracts';
import { slugOf } from '../../platform/http/slug';
import type { Category } from './category.entity';

/** "Bar tape" and "bar  Tape" are one category. */
export const nameKey = (name: string) => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** The slug of a name, with a number where others have it. Digits alone would be taken for an id. */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name).replace(/^\d+$/, 'category-$&');
  for (let number = 1; ; number += 1) {
    const end = number === 1 ? '' : `-${number}`;
    const candidate = slug.slice(0, LIMITS.slug.max - end.length) + end;
    if (!taken.has(candidate)) return candidate;
  }
}

export class CategoryTree {
  private readonly byId: Map<number, Category>;

  constructor(readonly categories: Category[]) {
    this.byId = new Map(categories.map((category) => [category.id, category]));
  }

  get(id: number | null): Category | null {
    return (id !== null && this.byId.get(id)) || null;
  }

  /** By id ("2") or slug ("ceramics"), or by a slug from before that nothing else has taken since. */
  find(key: string): Category | null {
    if (/^\d+$/.test(key)) return this.get(Number(key));
    return (
      this.categories.find(({ slug }) => slug === key) ??
      this.categories.find(({ formerSlugs }) => formerSlugs?.includes(key)) ??
      null
    );
  }

  childrenOf(id: number | null): Category[] {
    return this.categories.filter(({ parentId }) => parentId === id);
  }

  /** Its own id and those of all below it. */
  idsUnder(id: number): number[] {
    return [id, ...this.childrenOf(id).flatMap((child) => this.idsUnder(child.id))];
  }

  /** Levels from the top down to it; 0 for null, which is above all. */
  levelOf(id: number | null): number {
    const category = this.get(id);
    return category ? this.levelOf(category.parentId) + 1 : 0;
  }

  /** Levels from it down to the lowest below it. */
  levelsUnder(id: number): number {
    return 1 + Math.max(0, ...this.childrenOf(id).map((child) => this.levelsUnder(child.id)));
  }

  /** Counts of products directly in a category → counts with those in its subcategories. */
  rollUp(counts: ReadonlyMap<number, number>): Map<number, number> {
    const sums = this.categories.map(({ id }) => {
      const below = this.idsUnder(id).map((each) => counts.get(each) ?? 0);
      return [id, below.reduce((sum, count) => sum + count, 0)] as const;
    });
    return new Map(sums);
  }
}
