import type { AuditEntryDto } from '@souk/contracts/admin.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { DataColumn } from '~/components/data-table';
import { auditQuery } from '~/features/admin/api/admin';
import { AdminList } from '~/features/admin/components/admin-list';
import { formatDateTime } from '~/lib/format';

const columns: DataColumn<AuditEntryDto>[] = [
  {
    id: 'act',
    header: 'Act',
    cell: ({ action, subjectType, subjectId }) => (
      <span className="font-medium first-letter:uppercase inline-block">
        {action} {subjectType} {subjectId}
      </span>
    ),
  },
  {
    id: 'reason',
    header: 'Reason',
    cell: ({ reason }) => <p className="max-w-prose break-words whitespace-pre-line">{reason}</p>,
  },
  { id: 'actor', header: 'By', cell: ({ actor }) => actor.username, wideOnly: true },
  { id: 'time', header: 'When', cell: ({ createdAt }) => formatDateTime(createdAt), wideOnly: true },
];

export function Component() {
  return (
    <AdminList
      title="Audit log"
      lead="What staff did, and why. Nothing is ever changed here."
      noun="entries"
      list={useInfiniteQuery(auditQuery())}
      columns={columns}
      rowLabel={({ id }) => String(id)}
    />
  );
}
