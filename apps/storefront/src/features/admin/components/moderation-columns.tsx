import type { AccountStatus, ListingStatus } from '@souk/contracts';
import type { DataColumn } from '~/components/data-table';
import { AdminStatus } from './admin-status';
import { Moderate } from './moderate';

interface Moderated {
  id: number;
  status: AccountStatus | ListingStatus;
}

/** Whether staff lets it be, and the way to change that. */
export const moderationColumns = <Row extends Moderated>(
  noun: 'users' | 'stores' | 'products',
  nameOf: (row: Row) => string,
  /** Not everything may be acted on; then a word says why. */
  spared: (row: Row) => string | undefined = () => undefined,
): DataColumn<Row>[] => [
  { id: 'status', header: 'Status', cell: ({ status }) => <AdminStatus status={status} />, wideOnly: true },
  {
    id: 'act',
    header: 'Action',
    align: 'end',
    cell: (row) => (
      <div className="flex flex-col items-end gap-1.5">
        {/* Phones have no column for it; that all is well needs no word there. */}
        {row.status !== 'active' && (
          <span className="md:hidden">
            <AdminStatus status={row.status} />
          </span>
        )}
        {spared(row) ?? (
          <Moderate
            act={row.status === 'deactivated' ? `reactivate ${noun}` : `deactivate ${noun}`}
            id={row.id}
            name={nameOf(row)}
          />
        )}
      </div>
    ),
  },
];
