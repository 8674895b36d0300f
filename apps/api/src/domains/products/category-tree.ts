import type { Category } from './category.entity';

export class CategoryTree {
  private readonly byId: Map<number, Category>;

  constructor(readonly categories: Category[]) {
    this.byId = new Map(categories.map((category) => [category.id, category]));
  }

  get(id: number | null): Category | null {
    return (id !== null && this.byId.get(id)) || null;
  }

  /** By id ("2") or slug ("ceramics"). */
  find(key: string): Category | null {
    if (/^\d+$/.test(key)) return this.get(Number(key));
    return this.categories.find(({ slug }) => slug === key) ?? null;
  }

  childrenOf(id: number | null): Category[] {
    return this.categories.filter(({ parentId }) => parentId === id);
  }

  /** Its own id and those of all below it. */
  idsUnder(id: number): number[] {
    return [id, ...this.childrenOf(id).flatMap((child) => this.idsUnder(child.id))];
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
