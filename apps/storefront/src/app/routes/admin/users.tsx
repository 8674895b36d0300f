import { ACCOUNT_STATUSES } from '@souk/contracts';
import type { AdminUserDto } from '@souk/contracts/admin.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Badge } from '~/components/badge';
import type { DataColumn } from '~/components/data-table';
import { adminUsersQuery } from '~/features/admin/api/admin';
import { AdminFilters, useAdminFilter } from '~/features/admin/components/admin-filters';
import { AdminList } from '~/features/admin/components/admin-list';
import { EmailAddress } from '~/features/admin/components/email-address';
import { moderationColumns } from '~/features/admin/components/moderation-columns';
import { useSession } from '~/features/auth/api/session';
import { formatDate } from '~/lib/format';

const ABOUT: DataColumn<AdminUserDto>[] = [
  {
    id: 'username',
    header: 'User',
    cell: ({ username, email, isStaff }) => (
      <>
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {username} {isStaff && <Badge tone="action">Staff</Badge>}
        </p>
        <EmailAddress>{email}</EmailAddress>
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
];

export function Component() {
  const { user } = useSession();
  const list = useInfiniteQuery(adminUsersQuery(useAdminFilter(ACCOUNT_STATUSES)));
  const own = user?.id;
  const columns = useMemo(
    () => [
      ...ABOUT,
      // Nobody can close their own account to themselves.
      ...moderationColumns<AdminUserDto>(
        'users',
        ({ username }) => username,
        ({ id }) => (id === own ? 'You' : undefined),
      ),
    ],
    [own],
  );
  return (
    <AdminList
      title="Users"
      noun="user"
      filters={<AdminFilters label="Search by username or e-mail" statuses={ACCOUNT_STATUSES} />}
      list={list}
      columns={columns}
      rowLabel={({ username }) => username}
    />
  );
}
