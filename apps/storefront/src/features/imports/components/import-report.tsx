import type { ImportDto } from '@souk/contracts/imports.dto';
import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { IconButton } from '~/components/icon-button';
import { announce } from '~/components/live-region';
import { Progress } from '~/components/progress';
import { Loading, Skeleton } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { formatDateTime, formatNumber, plural } from '~/lib/format';
import { importQuery, isUnderWay, useRefreshAfterImport } from '../api/imports';
import { ImportStatusBadge } from './import-status';
import { ProblemTable } from './problem-table';
import { UndoImport } from './undo-import';

interface ImportReportProps {
  storeId: number;
  importId: number;
  onClose: () => void;
  /** What to do once a dry run has ended: import the same file. */
  next?: ReactNode;
}

/** How far an import has come, and what came of it. */
export function ImportReport({ storeId, importId, onClose, next }: ImportReportProps) {
  const { data, error, refetch, failureCount } = useQuery(importQuery(storeId, importId));
  useEnd(storeId, data);
  if (error && !data)
    return (
      <ErrorState error={error} title="This import could not be loaded" onRetry={() => void refetch()} />
    );
  if (!data) {
    return (
      <Loading label="Loading import">
        <Skeleton className="h-56 rounded-lg" />
      </Loading>
    );
  }
  const { status, dryRun, problems, undoStartedAt } = data;
  return (
    <SectionCard
      title={data.fileName}
      description={`${dryRun ? 'Dry run' : 'Import'} of ${formatDateTime(data.createdAt)}`}
      actions={
        <div className="flex items-center gap-2">
          <ImportStatusBadge status={status} undoing={undoStartedAt !== null} />
          <IconButton icon={X} label="Close this report" onClick={onClose} />
        </div>
      }
    >
      {isUnderWay(status) && <UnderWay report={data} cutOff={failureCount > 0} />}
      {status === 'failed' && (
        <p className="rounded-md bg-danger-soft p-3">
          The import has stopped. What had been imported by then stays, unless you undo it; importing the file
          again goes through all of it once more.
        </p>
      )}
      <Counts report={data} />
      {status === 'done' &&
        dryRun &&
        (data.productsCreated + data.productsUpdated > 0 ? (
          next
        ) : (
          <p className="rounded-md bg-sunken p-3">
            Nothing in this file can be imported yet. Mend the problems listed here, then check it again.
          </p>
        ))}
      {(status === 'done' || status === 'failed') && !dryRun && (
        <div className="flex flex-wrap gap-3">
          <Button asChild variant="secondary">
            <Link to={`/dashboard/products?store=${storeId}`}>See the products</Link>
          </Button>
          {data.canUndo && <UndoImport storeId={storeId} report={data} />}
        </div>
      )}
      {status === 'undone' && (
        <p className="rounded-md bg-sunken p-3">
          This import was undone on {formatDateTime(data.finishedAt ?? data.createdAt)}. Products that were
          edited after it were kept; each is listed below as a problem.
        </p>
      )}
      {problems.length > 0 && <ProblemTable key={data.id} fileName={data.fileName} problems={problems} />}
      {status === 'done' && problems.length === 0 && (
        <p className="text-muted">No problems: every row was taken.</p>
      )}
    </SectionCard>
  );
}

/** Of the import, or of its undo. */
function UnderWay({ report, cutOff }: { report: ImportDto; cutOff: boolean }) {
  const { dryRun, rowsDone, rowsTotal, productsCreated, productsUpdated, productsUndone } = report;
  const undoing = report.undoStartedAt !== null;
  const [done, total] = undoing ? [productsUndone, productsCreated + productsUpdated] : [rowsDone, rowsTotal];
  return (
    <div className="flex flex-col gap-2">
      <Progress
        label={undoing ? 'Undoing the import' : dryRun ? 'Checking the file' : 'Importing'}
        share={total > 0 ? done / total : null}
      />
      <p className="text-sm text-muted tabular-nums">
        {total > 0
          ? `${formatNumber(done)} of ${plural(total, undoing ? 'product' : 'row')}`
          : 'Waiting for its turn; you can leave this page.'}
      </p>
      {cutOff && (
        <p role="status" className="text-sm">
          Souk cannot be reached just now. The import is safe, and this page goes on by itself.
        </p>
      )}
    </div>
  );
}

function Counts({ report }: { report: ImportDto }) {
  const { dryRun, rowsTotal, productsCreated, productsUpdated, problemCount } = report;
  const counts = [
    { label: 'Rows', count: rowsTotal },
    { label: dryRun ? 'Would be created' : 'Created', count: productsCreated },
    { label: dryRun ? 'Would be updated' : 'Updated', count: productsUpdated },
    { label: 'Problems', count: problemCount },
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
      {counts.map(({ label, count }) => (
        <div key={label} className="flex flex-col">
          <dt className="text-sm text-muted">{label}</dt>
          <dd className="text-2xl font-semibold tabular-nums">{formatNumber(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Reads anew what the import has changed, and says that it has ended. */
function useEnd(storeId: number, report: ImportDto | undefined): void {
  const refresh = useRefreshAfterImport(storeId);
  const awaited = useRef<number | null>(null);
  useEffect(() => {
    if (!report) return;
    if (isUnderWay(report.status)) {
      awaited.current = report.id;
    } else if (awaited.current === report.id) {
      awaited.current = null;
      refresh();
      announce(`${report.fileName}: ${report.status}, ${plural(report.problemCount, 'problem')}`);
    }
  });
}
