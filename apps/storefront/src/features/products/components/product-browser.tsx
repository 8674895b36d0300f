import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { SlidersHorizontal } from 'lucide-react';
import { type ReactNode, Suspense, lazy, useState } from 'react';
import { Button } from '~/components/button';
import { plural } from '~/lib/format';
import { categoriesQuery } from '../api/categories';
import { productListQuery } from '../api/product-list';
import { findCategory } from '../category-path';
import { activeFilters, withoutAny } from '../filter-labels';
import { type ProductFilters, useProductFilters } from '../filters';
import { FilterChips } from './filter-chips';
import { FilterPanel } from './filter-panel';
import { Corrected, NoResults } from './no-results';
import { ProductResults } from './product-results';
import type { TileActions } from './product-tile';
import { SortSelect } from './sort-select';

const FilterSheet = lazy(() => import('./filter-sheet'));

interface ProductBrowserProps {
  /** The store whose products these are; all of the market without. */
  storeId?: number;
  actions: TileActions;
  /** In place of the list when it has nothing although nothing narrows it. */
  empty: ReactNode;
  /** Below a list that the filters have left empty: a way on. */
  otherwise?: ReactNode;
}

/** Filters, sort and list of products, told by the URL. */
export function ProductBrowser({ storeId, actions, empty, otherwise }: ProductBrowserProps) {
  const { filters: chosen, shown, change, rememberShown } = useProductFilters();
  const filters: ProductFilters = storeId ? { ...chosen, store: [storeId] } : chosen;
  const list = useInfiniteQuery(productListQuery(filters, shown));
  const { data: tree } = useQuery(categoriesQuery);
  const [sheet, setSheet] = useState<'unopened' | 'open' | 'closed'>('unopened');

  const total = list.data?.total;
  const { facets, correctedSearch } = list.data?.first ?? {};
  const active = activeFilters(storeId ? { ...chosen, store: undefined } : chosen, {
    category: (slug) => tree && findCategory(tree, slug)?.name,
    store: (id) => facets?.stores.find((store) => store.id === id)?.name,
  });
  const clearAll = () => change(withoutAny(active));
  const panel = (
    <FilterPanel filters={chosen} facets={facets} ofOneStore={storeId !== undefined} onChange={change} />
  );

  if (total === 0 && active.length === 0) return empty;
  return (
    <div className="grid gap-x-10 lg:grid-cols-[14rem_minmax(0,1fr)]">
      <aside
        aria-label="Filters"
        className="sticky top-24 -m-3 hidden max-h-[calc(100dvh-7rem)] self-start overflow-y-auto p-3 lg:block"
      >
        {panel}
      </aside>
      <section aria-label="Products" className="flex min-w-0 flex-col gap-5">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <Button variant="secondary" className="lg:hidden" onClick={() => setSheet('open')}>
            <SlidersHorizontal aria-hidden />
            {active.length > 0 ? `Filters (${active.length})` : 'Filters'}
          </Button>
          <p role="status" className="order-last w-full text-muted tabular-nums sm:order-0 sm:w-auto">
            {total === undefined ? ' ' : plural(total, 'product')}
          </p>
          <SortSelect
            value={chosen.sort}
            searching={chosen.search !== undefined}
            onChange={(sort) => change({ sort })}
          />
        </div>
        <FilterChips filters={active} onRemove={change} onClear={clearAll} />
        {correctedSearch && chosen.search && total !== 0 && (
          <Corrected asked={chosen.search} meant={correctedSearch} />
        )}
        <ProductResults
          list={list}
          shown={shown}
          actions={actions}
          onMore={rememberShown}
          nothing={
            <>
              <NoResults search={chosen.search} active={active} onChange={change} onClear={clearAll} />
              {otherwise}
            </>
          }
        />
      </section>
      <Suspense>
        {sheet !== 'unopened' && (
          <FilterSheet
            open={sheet === 'open'}
            onOpenChange={(open) => setSheet(open ? 'open' : 'closed')}
            onClear={active.length > 0 ? clearAll : undefined}
            closing={total === undefined ? 'Show products' : `Show ${plural(total, 'product')}`}
          >
            {panel}
          </FilterSheet>
        )}
      </Suspense>
    </div>
  );
}
