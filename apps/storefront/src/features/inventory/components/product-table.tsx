import type { BulkChange } from '@souk/contracts/bulk.dto';
import type { CategoryDto } from '@souk/contracts/categories.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { DataTable } from '~/components/data-table';
import { announce } from '~/components/live-region';
import { LoadMoreOf } from '~/components/load-more';
import { ErrorState } from '~/components/states';
import { toast } from '~/components/toast';
import { cn } from '~/lib/cn';
import { plural } from '~/lib/format';
import { type OwnProductFilter, ownProductsQuery, useBulkEdit } from '../api/products';
import { BulkActions } from './bulk-actions';
import { type BulkOutcome, BulkReport } from './bulk-report';
import { productColumns } from './product-columns';

interface ProductTableProps {
  filter: OwnProductFilter;
  sort: string | undefined;
  onSortChange: (sort: string | undefined) => void;
  categories: readonly CategoryDto[];
  /** Ids of digital products with nothing to download. */
  withoutFile: ReadonlySet<number>;
  /** Of each store: so many units are low. */
  lowStockAt: ReadonlyMap<number, number>;
  empty: ReactNode;
}

/** @param done as in "3 products activated" @throws ApiError when the change itself is refused */
export type ApplyBulk = (rows: readonly ProductDto[], change: BulkChange, done: string) => Promise<void>;

export function ProductTable({
  filter,
  sort,
  onSortChange,
  categories,
  withoutFile,
  lowStockAt,
  empty,
}: ProductTableProps) {
  const list = useInfiniteQuery(ownProductsQuery(filter));
  const bulk = useBulkEdit();
  const columns = useMemo(() => productColumns(withoutFile, lowStockAt), [withoutFile, lowStockAt]);
  // Outside of the bar, which goes when what was changed does not fit the filters any more.
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const apply = async (clear: () => void, ...[rows, change, done]: Parameters<ApplyBulk>) => {
    const { items, succeeded, failed } = await bulk.mutateAsync({ ids: rows.map(({ id }) => id), change });
    const words = `${plural(succeeded, 'product')} ${done}`;
    announce(words);
    if (failed === 0) {
      clear();
      return toast.success(words);
    }
    const problems = new Map(items.map(({ id, error }) => [id, error?.message ?? null]));
    setOutcome({ done, rows: rows.map(({ id, name }) => ({ id, name, problem: problems.get(id) ?? null })) });
  };
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
        columns={columns}
        rowId={({ id }) => String(id)}
        rowLabel={({ name }) => name}
        sort={sort}
        onSortChange={onSortChange}
        bulkActions={(selected, clear) => (
          <BulkActions
            selected={selected}
            categories={categories}
            pending={bulk.isPending}
            apply={(...act) => apply(clear, ...act)}
          />
        )}
        empty={empty}
      />
      <LoadMoreOf noun="product" list={list} />
      {outcome && <BulkReport outcome={outcome} onClose={() => setOutcome(null)} />}
    </div>
  );
}
