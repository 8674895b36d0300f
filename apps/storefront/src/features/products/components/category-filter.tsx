import type { CategoryDto } from '@souk/contracts/categories.dto';
import type { CategoryFacet } from '@souk/contracts/products.dto';
import { useQuery } from '@tanstack/react-query';
import { categoriesQuery } from '../api/categories';
import { toggleCategory } from '../category-path';
import { FilterGroup } from './filter-group';
import { FilterOption } from './filter-option';

interface CategoryFilterProps {
  /** Slugs. */
  chosen: string[] | undefined;
  /** Counts within the other filters; categories without products are missing. */
  facets: CategoryFacet[] | undefined;
}

/** The tree, opened along the way to what is chosen; branches with nothing in them are left out. */
export function CategoryFilter({ chosen = [], facets }: CategoryFilterProps) {
  const { data: tree = [] } = useQuery(categoriesQuery);
  const counts = new Map(facets?.map(({ id, count }) => [id, count]));
  if (tree.length === 0 || (facets?.length === 0 && chosen.length === 0)) return null;

  const branch = (categories: CategoryDto[], depth: number) =>
    categories
      .filter(({ id, slug }) => !facets || counts.has(id) || chosen.includes(slug))
      .map((category) => (
        <li key={category.id} style={{ paddingInlineStart: depth && '0.875rem' }}>
          <FilterOption
            change={{ category: toggleCategory(tree, chosen, category.slug) }}
            chosen={chosen.includes(category.slug)}
            count={counts.get(category.id)}
          >
            {category.name}
          </FilterOption>
          {category.children.length > 0 && holds(category, chosen) && (
            <ul>{branch(category.children, depth + 1)}</ul>
          )}
        </li>
      ));
  return (
    <FilterGroup title="Category">
      <ul>{branch(tree, 0)}</ul>
    </FilterGroup>
  );
}

function holds({ slug, children }: CategoryDto, chosen: string[]): boolean {
  return chosen.includes(slug) || children.some((child) => holds(child, chosen));
}
