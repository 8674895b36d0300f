import { useQuery } from '@tanstack/react-query';
import { Package, SearchX } from 'lucide-react';
import { useCallback } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button } from '~/components/button';
import { Page } from '~/components/page';
import { EmptyState } from '~/components/states';
import { withoutFileQuery } from '~/features/inventory/api/products';
import { FilesMissing } from '~/features/inventory/components/files-missing';
import { ProductFilters } from '~/features/inventory/components/product-filters';
import { ProductTable } from '~/features/inventory/components/product-table';
import {
  FILE_MISSING,
  FILTER_PARAMS,
  type FilterParam,
  toFilter,
} from '~/features/inventory/model/table-filter';
import { categoriesQuery } from '~/features/products/api/categories';
import { lowStockQuery } from '~/features/stores/api/my-stores';
import { useChosenStore, useDashboardPath } from './chosen-store';

const NONE: ReadonlySet<number> = new Set();
const UNKNOWN: ReadonlyMap<number, number> = new Map();

export function Component() {
  const [params, setParams] = useSearchParams();
  const to = useDashboardPath();
  const { data: categories = [] } = useQuery(categoriesQuery);
  const store = useChosenStore();
  const filter = toFilter(params, store);
  const missing = useQuery(withoutFileQuery(store)).data;
  const { data: lowStockAt = UNKNOWN } = useQuery(lowStockQuery);
  const isFiltered = FILTER_PARAMS.some((param) => param !== 'sort' && params.has(param));

  const change = useCallback(
    (param: FilterParam, value: string) =>
      setParams(
        (now) => {
          if (value) now.set(param, value);
          else now.delete(param);
          return now;
        },
        { replace: param === 'search', preventScrollReset: true },
      ),
    [setParams],
  );
  const clear = () =>
    setParams((now) => {
      FILTER_PARAMS.forEach((param) => now.delete(param));
      return now;
    });

  const add = (
    <Button asChild>
      <Link to={to('/products/create')}>Add a product</Link>
    </Button>
  );
  return (
    <Page
      title="Products"
      actions={
        <>
          <Button asChild variant="secondary">
            <Link to={to('/dashboard/imports')}>Import</Link>
          </Button>
          {add}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <ProductFilters
          value={(param) => params.get(param) ?? ''}
          onChange={change}
          categories={categories}
        />
        {missing && missing.total > 0 && !filter.fileMissing && (
          <FilesMissing count={missing.total} onShow={() => change('status', FILE_MISSING)} />
        )}
        <ProductTable
          filter={filter}
          withoutFile={missing?.ids ?? NONE}
          lowStockAt={lowStockAt}
          categories={categories}
          sort={params.get('sort') ?? undefined}
          onSortChange={(sort) => change('sort', sort ?? '')}
          empty={
            isFiltered ? (
              <EmptyState
                icon={SearchX}
                title="No product fits these filters"
                action={
                  <Button variant="secondary" onClick={clear}>
                    Clear the filters
                  </Button>
                }
              />
            ) : (
              <EmptyState icon={Package} title="No products yet" action={add}>
                What you sell stands here, with price and stock. Add the first by hand, or import a whole
                catalogue.
              </EmptyState>
            )
          }
        />
      </div>
    </Page>
  );
}
