import type { ProductFacets } from '@souk/contracts/products.dto';
import { Star } from 'lucide-react';
import { Select } from '~/components/input';
import type { ProductFilters } from '../filters';
import { CategoryFilter } from './category-filter';
import { FilterCheckbox } from './filter-checkbox';
import { FilterGroup } from './filter-group';
import { FilterOption } from './filter-option';
import { PriceFilter } from './price-filter';

export interface StoreChoice {
  id: number;
  name: string;
}

interface FilterPanelProps {
  filters: ProductFilters;
  /** null or undefined until they have come. */
  facets: ProductFacets | null | undefined;
  /** Stores to choose from; none within a single store. */
  stores?: readonly StoreChoice[];
  onChange: (change: Partial<ProductFilters>) => void;
}

/** All filters of the list. Each takes effect at once. */
export function FilterPanel({ filters, facets, stores = [], onChange }: FilterPanelProps) {
  const ratings =
    facets?.ratings.filter(({ minRating, count }) => count > 0 || minRating === filters.minRating) ?? [];
  return (
    <div className="flex flex-col gap-5">
      <CategoryFilter chosen={filters.category} facets={facets?.categories} />
      <PriceFilter filters={filters} bands={facets?.prices} onChange={onChange} />
      {ratings.length > 0 && (
        <FilterGroup title="Rating">
          <ul>
            {ratings.map(({ minRating, count }) => (
              <li key={minRating}>
                <FilterOption
                  change={{ minRating }}
                  chosen={filters.minRating === minRating}
                  count={count}
                  className="[&_svg]:size-4"
                >
                  <span className="flex items-center gap-1.5">
                    <Star aria-hidden className="fill-accent text-accent" />
                    {minRating} and up
                  </span>
                </FilterOption>
              </li>
            ))}
          </ul>
        </FilterGroup>
      )}
      <FilterGroup title="Show only">
        <FilterCheckbox
          checked={filters.inStock ?? false}
          onChange={(checked) => onChange({ inStock: checked || undefined })}
        >
          In stock
        </FilterCheckbox>
        <FilterCheckbox
          checked={filters.digital ?? false}
          onChange={(checked) => onChange({ digital: checked || undefined })}
        >
          Downloads
        </FilterCheckbox>
      </FilterGroup>
      {stores.length > 0 && (
        <FilterGroup title="Store">
          <Select
            aria-label="Store"
            value={filters.store ?? ''}
            onChange={(event) => onChange({ store: Number(event.target.value) || undefined })}
          >
            <option value="">All stores</option>
            {stores.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </FilterGroup>
      )}
    </div>
  );
}
