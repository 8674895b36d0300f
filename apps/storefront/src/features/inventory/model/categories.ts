import type { CategoryDto } from '@souk/contracts/categories.dto';

interface FlatCategory {
  id: number;
  slug: string;
  /** With the names above it: "Home › Ceramics". */
  label: string;
}

/** The tree as one list, for a select. */
export const flatCategories = (tree: readonly CategoryDto[], above = ''): FlatCategory[] =>
  tree.flatMap(({ id, slug, name, children }) => {
    const label = `${above}${name}`;
    return [{ id, slug, label }, ...flatCategories(children, `${label} › `)];
  });
