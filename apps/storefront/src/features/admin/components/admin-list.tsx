import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { DataTable, type DataColumn } from '~/components/data-table';
import { LoadMore } from '~/components/load-more';
import { Page } from '~/components/page';
import { EmptyState, ErrorState } from '~/components/states';
import { cn } from '~/lib/cn';
import { AdminNav } from './admin-nav';

interface AdminListProps<Row> {
  title: string;
  lead?: string;
  /** Of what it is a list: "stores". */
  noun: string;
  filters?: ReactNode;
  list: UseInfiniteQueryResult<{ rows: Row[]; total: number }>;
  columns: readonly DataColumn<Row>[];
  rowLabel: (row: Row) => string;
}

/** One page of the admin area: a table of everything of one kind. */
export function AdminList<Row extends { id: number }>(props: AdminListProps<Row>) {
  const { title, lead, noun, filters, list, columns, rowLabel } = props;
  return (
    <Page title={title} lead={lead} above={<AdminNav />}>
      {filters}
      {list.error && !list.data ? (
        <ErrorState
          error={list.error}
          title={`The ${noun} could not be loaded`}
          onRetry={() => void list.refetch()}
        />
      ) : (
        <div className={cn('transition-opacity', list.isPlaceholderData && 'opacity-60')}>
          <DataTable
            label={title}
            rows={list.data?.rows}
            columns={columns}
            rowId={({ id }) => String(id)}
            rowLabel={rowLabel}
            empty={
              <EmptyState icon={SearchX} title="Nothing found">
                {filters ? 'Try fewer words or another status.' : 'Nothing has happened yet.'}
              </EmptyState>
            }
          />
          {list.data && list.data.rows.length > 0 && (
            <LoadMore
              noun={noun}
              shown={list.data.rows.length}
              total={list.data.total}
              hasMore={list.hasNextPage}
              loading={list.isFetchingNextPage}
              onMore={() => void list.fetchNextPage()}
            />
          )}
        </div>
      )}
    </Page>
  );
}
