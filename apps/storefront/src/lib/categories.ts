interface CategoryBranch<Category> {
  id: number;
  slug: string;
  name: string;
  children: readonly Category[];
}

interface FlatCategory {
  id: number;
  slug: string;
  /** With the names above it: "Home › Ceramics". */
  label: string;
}

/** The tree as one list, for a select. */
export const flatCategories = <Category extends CategoryBranch<Category>>(
  tree: readonly Category[],
  above = '',
): FlatCategory[] =>
  tree.flatMap(({ id, slug, name, children }) => {
    const label = `${above}${name}`;
    return [{ id, slug, label }, ...flatCategories(children, `${label} › `)];
  });
