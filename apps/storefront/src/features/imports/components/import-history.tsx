import type { ImportSummary } from '@souk/contracts/imports.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { useMemo } from 'react';
import { SectionCard } from '~/components/card';
import { Button } from '~/components/button';
import { type DataColumn, DataTable } from '~/components/data-table';
import { LoadMoreOf } from '~/components/load-more';
import { EmptyState, ErrorState } from '~/components/states';
import { formatDate, formatNumber } from '~/lib/format';
import { importsQuery } from '../api/imports';
import { ImportStatusBadge } from './import-status';

interface ImportHistoryProps {
  storeId: number;
  onOpen: (importId: number) => void;
}

export function ImportHistory({ storeId, onOpen }: ImportHistoryProps) {
  const list = useInfiniteQuery(importsQuery(storeId));
  const columns = useMemo(() => columnsFor(onOpen), [onOpen]);
  if (list.error && !list.data)
    return (
      <ErrorState
        error={list.error}
        title="Past imports could not be loaded"
        onRetry={() => void list.refetch()}
      />
    );
  return (
    <SectionCard title="Past imports" description="What was imported into this store, and what came of it.">
      <DataTable<ImportSummary>
        label="Past imports"
        rows={list.data?.rows}
        columns={columns}
        rowId={({ id }) => String(id)}
        rowLabel={({ fileName }) => fileName}
        empty={
          <EmptyState icon={FileUp} title="No imports yet" className="py-6">
            Each file that you import or check is listed here with its result.
          </EmptyState>
        }
      />
      {list.hasNextPage && <LoadMoreOf noun="import" list={list} />}
    </SectionCard>
  );
}

const columnsFor = (onOpen: (importId: number) => void): DataColumn<ImportSummary>[] => [
  {
    id: 'file',
    header: 'File',
    cell: ({ id, fileName, createdAt, dryRun }) => (
      <div className="flex min-w-28 flex-col items-start">
        <Button variant="link" className="max-w-64 text-left whitespace-normal" onClick={() => onOpen(id)}>
          {fileName}
        </Button>
        <span className="text-sm text-muted">
          {formatDate(createdAt)}
          {dryRun && ' · dry run'}
        </span>
      </div>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status, undoStartedAt }) => (
      <ImportStatusBadge status={status} undoing={undoStartedAt !== null} />
    ),
  },
  {
    id: 'created',
    header: 'Created',
    align: 'end',
    wideOnly: true,
    cell: ({ productsCreated }) => formatNumber(productsCreated),
  },
  {
    id: 'updated',
    header: 'Updated',
    align: 'end',
    wideOnly: true,
    cell: ({ productsUpdated }) => formatNumber(productsUpdated),
  },
  {
    id: 'problems',
    header: 'Problems',
    align: 'end',
    cell: ({ problemCount }) => formatNumber(problemCount),
  },
];
