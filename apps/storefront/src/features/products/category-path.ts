import type { CategoryDto } from '@souk/contracts/categories.dto';
import { toggled } from './filters';

/** The way from a top category down to the one with this slug; empty when there is none. */
export function categoryPath(tree: readonly CategoryDto[], slug: string | undefined): CategoryDto[] {
  for (const category of tree) {
    if (category.slug === slug) return [category];
    const below = categoryPath(category.children, slug);
    if (below.length > 0) return [category, ...below];
  }
  return [];
}

/** The slug that a category has now, by one that it had; others stay as they are. */
export function currentSlug(tree: readonly CategoryDto[], slug: string): string {
  if (findCategory(tree, slug)) return slug;
  const all = (categories: readonly CategoryDto[]): CategoryDto[] =>
    categories.flatMap((category) => [category, ...all(category.children)]);
  return all(tree).find(({ formerSlugs }) => formerSlugs.includes(slug))?.slug ?? slug;
}

/**
 * The chosen categories with this one added, or taken away when it was there. It takes the place of those above and
 * below it, which would make it pointless or be part of it.
 */
export function toggleCategory(
  tree: readonly CategoryDto[],
  chosen: readonly string[] = [],
  slug: string,
): string[] | undefined {
  if (chosen.includes(slug)) return toggled(chosen, slug);
  const isOnWay = (end: string, way: string) => categoryPath(tree, end).some((each) => each.slug === way);
  return [...chosen.filter((other) => !isOnWay(slug, other) && !isOnWay(other, slug)), slug];
}

export const findCategory = (tree: readonly CategoryDto[], slug: string | undefined) =>
  categoryPath(tree, slug).at(-1);
