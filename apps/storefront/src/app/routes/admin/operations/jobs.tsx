import type { JobStatus } from '@souk/contracts';
import type { JobDto } from '@souk/contracts/jobs.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Badge } from '~/components/badge';
import type { DataColumn } from '~/components/data-table';
import { jobsQuery } from '~/features/admin/api/operations';
import { AdminList } from '~/features/admin/components/admin-list';
import { OperationsFilters, useStatusFilter } from '~/features/admin/components/operations-filters';
import { Retry } from '~/features/admin/components/retry';
import { formatDate, plural } from '~/lib/format';

const STATUSES = {
  dead: { label: 'Given up', tone: 'danger' },
  postponed: { label: 'Postponed', tone: 'accent' },
  running: { label: 'Running', tone: 'action' },
  due: { label: 'Due', tone: 'neutral' },
} as const satisfies Record<JobStatus, object>;

const REFRESHED_MS = 10_000;

/** When it was given up, or is tried next. */
function momentOf({ status, diedAt, runAt }: JobDto): string | null {
  if (status !== 'postponed') return diedAt && formatDate(diedAt);
  const isSoon = new Date(runAt).getTime() - Date.now() < 60_000;
  return isSoon ? 'again in a moment' : `again ${formatDate(runAt)}`;
}

const columns: DataColumn<JobDto>[] = [
  {
    id: 'job',
    header: 'Job',
    cell: (job) => (
      <>
        <span className="font-medium break-words">{job.type}</span>
        <span className="block text-sm break-words text-muted">
          {[job.handler, job.about, formatDate(job.createdAt)].filter(Boolean).join(' · ')}
        </span>
        <span className="mt-1 flex flex-wrap items-center gap-x-2 text-sm text-muted md:hidden">
          <Badge tone={STATUSES[job.status].tone}>{STATUSES[job.status].label}</Badge> {momentOf(job)}
        </span>
        {job.lastError && (
          <span className="mt-1 line-clamp-3 text-sm [overflow-wrap:anywhere] md:hidden">
            {job.lastError}
          </span>
        )}
      </>
    ),
  },
  {
    id: 'error',
    header: 'Last error',
    cell: ({ lastError, attempts }) =>
      lastError && (
        <>
          <span className="line-clamp-3 max-w-prose text-sm [overflow-wrap:anywhere]" title={lastError}>
            {lastError}
          </span>
          <span className="text-sm text-muted">{plural(attempts, 'attempt')}</span>
        </>
      ),
    wideOnly: true,
  },
  {
    id: 'status',
    header: 'Status',
    cell: (job) => (
      <>
        <Badge tone={STATUSES[job.status].tone}>{STATUSES[job.status].label}</Badge>
        <span className="block text-sm whitespace-nowrap text-muted">{momentOf(job)}</span>
      </>
    ),
    wideOnly: true,
  },
  {
    id: 'act',
    header: 'Action',
    align: 'end',
    cell: ({ id, status }) =>
      (status === 'dead' || status === 'postponed') && <Retry kind="jobs" id={id} name={`job ${id}`} />,
  },
];

export function Component() {
  const status = useStatusFilter(STATUSES);
  return (
    <AdminList
      title="Jobs"
      lead="What follows from what has happened, until it is done. What failed is tried again by itself for about a day."
      noun="job"
      filters={<OperationsFilters statuses={STATUSES} />}
      list={useInfiniteQuery({ ...jobsQuery(status), refetchInterval: REFRESHED_MS })}
      columns={columns}
      rowLabel={({ id }) => `Job ${id}`}
    />
  );
}
