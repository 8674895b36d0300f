import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { ScrollText, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button } from '~/components/button';
import { DataTable, type DataColumn } from '~/components/data-table';
import { LoadMoreOf } from '~/components/load-more';
import { Page } from '~/components/page';
import { EmptyState, ErrorState } from '~/components/states';
import { cn } from '~/lib/cn';
import type { List } from '~/lib/query';
import { AdminNav } from './admin-nav';

interface AdminListProps<Row> {
  title: string;
  lead?: ReactNode;
  /** What a row is: "store". */
  noun: string;
  /** Several of them, where an "s" does not do. */
  nouns?: string;
  filters?: ReactNode;
  list: UseInfiniteQueryResult<List<Row>>;
  columns: readonly DataColumn<Row>[];
  rowLabel: (row: Row) => string;
}

/** One page of the admin area: a table of everything of one kind. */
export function AdminList<Row extends { id: number }>(props: AdminListProps<Row>) {
  const { title, lead, noun, nouns = `${noun}s`, filters, list, columns, rowLabel } = props;
  return (
    <Page title={title} area="Admin" lead={lead} above={<AdminNav />}>
      {filters}
      {list.error && !list.data ? (
        <ErrorState
          error={list.error}
          title={`The ${nouns} could not be loaded`}
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
            empty={<Nothing nouns={nouns} />}
          />
          <LoadMoreOf noun={noun} nouns={nouns} list={list} />
        </div>
      )}
    </Page>
  );
}

function Nothing({ nouns }: { nouns: string }) {
  const [params] = useSearchParams();
  if (params.size === 0) return <EmptyState icon={ScrollText} title={`No ${nouns} yet`} />;
  return (
    <EmptyState
      icon={SearchX}
      title={`No ${nouns} match`}
      action={
        <Button asChild variant="secondary">
          <Link to={{ search: '' }}>Show all {nouns}</Link>
        </Button>
      }
    >
      Try fewer words or another status.
    </EmptyState>
  );
}
