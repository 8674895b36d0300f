import type { CategoryDto } from '@souk/contracts/categories.dto';

/** The way from a top category down to the one with this slug; empty when there is none. */
export function categoryPath(tree: readonly CategoryDto[], slug: string | undefined): CategoryDto[] {
  for (const category of tree) {
    if (category.slug === slug) return [category];
    const below = categoryPath(category.children, slug);
    if (below.length > 0) return [category, ...below];
  }
  return [];
}

export const findCategory = (tree: readonly CategoryDto[], slug: string | undefined) =>
  categoryPath(tree, slug).at(-1);
