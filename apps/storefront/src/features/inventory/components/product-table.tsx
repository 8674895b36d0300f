import type { ProductDto } from '@souk/contracts/products.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { CategoryDto } from '@souk/contracts/categories.dto';
import { type ReactNode, useState } from 'react';
import { DataTable } from '~/components/data-table';
import { LoadMoreOf } from '~/components/load-more';
import { ErrorState } from '~/components/states';
import { cn } from '~/lib/cn';
import { type OwnProductFilter, ownProductsQuery } from '../api/products';
import type { BulkOutcome } from '../model/bulk-change';
import { BulkActions } from './bulk-actions';
import { BulkResults } from './bulk-results';
import { PRODUCT_COLUMNS } from './product-columns';

interface ProductTableProps {
  filter: OwnProductFilter;
  categories: readonly CategoryDto[];
  sort: string | undefined;
  onSortChange: (sort: string | undefined) => void;
  empty: ReactNode;
}

export function ProductTable({ filter, categories, sort, onSortChange, empty }: ProductTableProps) {
  const list = useInfiniteQuery(ownProductsQuery(filter));
  const [results, setResults] = useState<BulkOutcome[] | null>(null);
  if (list.error && !list.data) {
    return (
      <ErrorState
        error={list.error}
        title="The products could not be loaded"
        onRetry={() => void list.refetch()}
      />
    );
  }
  return (
    <div className={cn('transition-opacity', list.isPlaceholderData && 'opacity-60')}>
      <DataTable<ProductDto>
        label="Products"
        rows={list.data?.rows}
        columns={PRODUCT_COLUMNS}
        rowId={({ id }) => String(id)}
        rowLabel={({ name }) => name}
        sort={sort}
        onSortChange={onSortChange}
        bulkActions={(selected, clear) => (
          <BulkActions selected={selected} categories={categories} clear={clear} onResults={setResults} />
        )}
        empty={empty}
      />
      <LoadMoreOf noun="product" list={list} />
      <BulkResults outcomes={results} onClose={() => setResults(null)} />
    </div>
  );
}
