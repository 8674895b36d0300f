import type { FlagFacet, ProductFacets } from '@souk/contracts/products.dto';
import { Star } from 'lucide-react';
import { writeOption } from '@souk/contracts';
import { type ProductFilters, toggled } from '../filters';
import { CategoryFilter } from './category-filter';
import { FilterCheckbox } from './filter-checkbox';
import { FilterChoices } from './filter-choices';
import { FilterGroup } from './filter-group';
import { FilterOption } from './filter-option';
import { PriceFilter } from './price-filter';

interface FilterPanelProps {
  filters: ProductFilters;
  /** null or undefined until they have come. */
  facets: ProductFacets | null | undefined;
  /** Whether all are of one store, so that there is none to choose. */
  ofOneStore: boolean;
  onChange: (change: Partial<ProductFilters>) => void;
}

/** All filters of the list. Each takes effect at once. */
export function FilterPanel({ filters, facets, ofOneStore, onChange }: FilterPanelProps) {
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
                  change={{ minRating: minRating === filters.minRating ? undefined : minRating }}
                  chosen={minRating === filters.minRating}
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
          count={countOf(facets?.inStock)}
          onChange={(checked) => onChange({ inStock: checked || undefined })}
        >
          In stock
        </FilterCheckbox>
        <FilterCheckbox
          checked={filters.digital ?? false}
          count={countOf(facets?.digital)}
          onChange={(checked) => onChange({ digital: checked || undefined })}
        >
          Downloads
        </FilterCheckbox>
      </FilterGroup>
      {facets?.options.map(({ name, values }) => (
        <FilterChoices
          key={name}
          title={name}
          choices={values.map(({ value, count }) => {
            const option = writeOption({ name, value });
            return {
              value: option,
              label: value,
              count,
              isChosen: filters.options?.some(same(option)) ?? false,
            };
          })}
          onToggle={(option) =>
            onChange({ options: toggled(filters.options, filters.options?.find(same(option)) ?? option) })
          }
        />
      ))}
      {!ofOneStore && (
        <FilterChoices
          title="Store"
          choices={(facets?.stores ?? []).map(({ id, name, count }) => ({
            ...{ value: id, label: name, count },
            isChosen: filters.store?.includes(id) ?? false,
          }))}
          onToggle={(id) => onChange({ store: toggled(filters.store, id) })}
        />
      )}
    </div>
  );
}

/** Of those for which it is so. */
const countOf = (facets: FlagFacet[] | undefined) => facets?.find(({ value }) => value)?.count;

/** Vendors write "Size" and "SIZE"; the API takes them for one, and so does a shared link. */
const same = (option: string) => (other: string) => option.toLowerCase() === other.toLowerCase();
