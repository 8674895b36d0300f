import type { MailStatus } from '@souk/contracts';
import type { MailDto } from '@souk/contracts/mails.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { Badge } from '~/components/badge';
import type { DataColumn } from '~/components/data-table';
import { mailsQuery } from '~/features/admin/api/operations';
import { AdminList } from '~/features/admin/components/admin-list';
import { OperationsFilters, useStatusFilter } from '~/features/admin/components/operations-filters';
import { formatDate, plural } from '~/lib/format';

const STATUSES = {
  failed: { label: 'Failed', tone: 'danger' },
  accepted: { label: 'Sent', tone: 'success' },
} as const satisfies Record<MailStatus, object>;

const columns: DataColumn<MailDto>[] = [
  {
    id: 'mail',
    header: 'Mail',
    cell: ({ kind, recipient, updatedAt, lastError }) => (
      <>
        <span className="inline-block font-medium first-letter:uppercase">{kind.replaceAll('-', ' ')}</span>
        <span className="block text-sm [overflow-wrap:anywhere] text-muted">
          {recipient} · {formatDate(updatedAt)}
        </span>
        {lastError && (
          <span className="mt-1 line-clamp-3 text-sm [overflow-wrap:anywhere] md:hidden">{lastError}</span>
        )}
      </>
    ),
  },
  {
    id: 'error',
    header: 'Last error',
    cell: ({ lastError }) =>
      lastError && (
        <span className="line-clamp-3 max-w-prose text-sm [overflow-wrap:anywhere]" title={lastError}>
          {lastError}
        </span>
      ),
    wideOnly: true,
  },
  {
    id: 'status',
    header: 'Status',
    align: 'end',
    cell: ({ status, attempts }) => (
      <>
        <Badge tone={STATUSES[status].tone}>{STATUSES[status].label}</Badge>
        {attempts > 1 && (
          <span className="block text-sm whitespace-nowrap text-muted">{plural(attempts, 'attempt')}</span>
        )}
      </>
    ),
  },
];

export function Component() {
  const status = useStatusFilter(STATUSES);
  const [params] = useSearchParams();
  const to = params.get('to') ?? undefined;
  return (
    <AdminList
      title="Mails"
      lead={
        <>
          What was sent in the last 30 days, and what could not be. A mail that failed is tried again by its{' '}
          <Link to="/admin/operations/jobs" className="underline underline-offset-2 hover:decoration-2">
            job
          </Link>
          .
        </>
      }
      noun="mail"
      filters={<OperationsFilters statuses={STATUSES} byAddress />}
      list={useInfiniteQuery(mailsQuery(status, to))}
      columns={columns}
      rowLabel={({ id }) => `Mail ${id}`}
    />
  );
}
