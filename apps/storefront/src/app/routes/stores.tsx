import { STORE_SORTS } from '@souk/contracts';
import { Select } from '~/components/input';
import { Page } from '~/components/page';
import { StoreList } from '~/features/stores/components/store-list';
import { StoreSearch } from '~/features/stores/components/store-search';
import { useStoreFilters } from '~/features/stores/store-filters';

const SORTS = { newest: 'Newest', name: 'Name', rating: 'Best rated' };

export function Component() {
  const { filters, change } = useStoreFilters();
  return (
    <Page title="Stores" lead="The people behind the goods.">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <StoreSearch
          value={filters.search ?? ''}
          onSearch={(search) => change({ search }, { replace: true })}
        />
        <label className="ml-auto flex items-center gap-3">
          <span className="sr-only text-muted sm:not-sr-only">Sort by</span>
          <Select
            aria-label="Sort by"
            className="w-40"
            value={filters.sort ?? 'newest'}
            onChange={(event) => {
              const sort = STORE_SORTS.find((value) => value === event.target.value);
              change({ sort: sort === 'newest' ? undefined : sort });
            }}
          >
            {STORE_SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {SORTS[sort]}
              </option>
            ))}
          </Select>
        </label>
      </div>
      <StoreList filters={filters} onShowAll={() => change({ search: undefined })} />
    </Page>
  );
}
