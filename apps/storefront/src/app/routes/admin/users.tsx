import { ACCOUNT_STATUSES } from '@souk/contracts';
import type { AdminUserDto } from '@souk/contracts/admin.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Badge } from '~/components/badge';
import type { DataColumn } from '~/components/data-table';
import { adminUsersQuery } from '~/features/admin/api/admin';
import { AdminFilters, useAdminFilter } from '~/features/admin/components/admin-filters';
import { AdminList } from '~/features/admin/components/admin-list';
import { AdminStatus } from '~/features/admin/components/admin-status';
import { Moderate } from '~/features/admin/components/moderate';
import { useSession } from '~/features/auth/api/session';
import { formatDate } from '~/lib/format';

const columns: DataColumn<AdminUserDto>[] = [
  {
    id: 'username',
    header: 'User',
    cell: ({ username, email, isStaff }) => (
      <>
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {username} {isStaff && <Badge tone="action">Staff</Badge>}
        </p>
        <p className="text-sm break-all text-muted">{email}</p>
      </>
    ),
  },
  {
    id: 'type',
    header: 'Kind',
    cell: ({ userType }) => (userType === 'vendor' ? 'Vendor' : 'Buyer'),
    wideOnly: true,
  },
  { id: 'created', header: 'Since', cell: ({ createdAt }) => formatDate(createdAt), wideOnly: true },
  { id: 'status', header: 'Status', cell: ({ status }) => <AdminStatus status={status} />, wideOnly: true },
  {
    id: 'act',
    header: 'Action',
    align: 'end',
    cell: (user) => <Switch {...user} />,
  },
];

/** Not for the own account, which nobody can close to themselves. */
function Switch({ id, username, status }: AdminUserDto) {
  const { user } = useSession();
  if (user?.id === id) return <span className="text-sm text-muted">You</span>;
  return (
    <Moderate act={status === 'active' ? 'deactivate users' : 'reactivate users'} id={id} name={username} />
  );
}

export function Component() {
  const list = useInfiniteQuery(adminUsersQuery(useAdminFilter(ACCOUNT_STATUSES)));
  return (
    <AdminList
      title="Users"
      noun="users"
      filters={<AdminFilters label="Username or e-mail address" statuses={ACCOUNT_STATUSES} />}
      list={list}
      columns={columns}
      rowLabel={({ username }) => username}
    />
  );
}
