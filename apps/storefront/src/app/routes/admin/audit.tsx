import type { AuditSubject } from '@souk/contracts';
import type { AuditEntryDto } from '@souk/contracts/admin.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { DataColumn } from '~/components/data-table';
import { auditQuery } from '~/features/admin/api/admin';
import { AdminList } from '~/features/admin/components/admin-list';
import { formatDate, formatDateTime } from '~/lib/format';

const columns: DataColumn<AuditEntryDto>[] = [
  {
    id: 'act',
    header: 'Act',
    cell: ({ action, subjectType, subjectId }) => (
      <span className="inline-block font-medium first-letter:uppercase">
        {action.replace(`_${subjectType}`, '').replaceAll('_', ' ')}{' '}
        <Subject type={subjectType} id={subjectId} />
      </span>
    ),
  },
  {
    id: 'reason',
    header: 'Reason',
    cell: ({ reason, actor, createdAt }) => (
      <>
        <p className="max-w-prose break-words whitespace-pre-line">{reason}</p>
        <p className="text-sm text-muted md:hidden">
          {actor.username}, {formatDate(createdAt)}
        </p>
      </>
    ),
  },
  { id: 'actor', header: 'By', cell: ({ actor }) => actor.username, wideOnly: true },
  { id: 'time', header: 'When', cell: ({ createdAt }) => formatDateTime(createdAt), wideOnly: true },
];

const LINKED: readonly AuditSubject[] = ['store', 'product', 'order'];

/** Staff still sees a store or product that has left the shop. */
function Subject({ type, id }: { type: AuditSubject; id: number }) {
  const words = `${type} ${id}`;
  if (!LINKED.includes(type)) return words;
  return (
    <Link to={`/${type}s/${id}`} className="underline underline-offset-2 hover:decoration-2">
      {words}
    </Link>
  );
}

export function Component() {
  return (
    <AdminList
      title="Audit log"
      lead="What staff did, and why. Nothing is ever changed here."
      noun="entry"
      nouns="entries"
      list={useInfiniteQuery(auditQuery)}
      columns={columns}
      rowLabel={({ id }) => String(id)}
    />
  );
}
