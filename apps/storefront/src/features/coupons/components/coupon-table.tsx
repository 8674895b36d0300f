import type { CouponStatus } from '@souk/contracts';
import type { CouponDto } from '@souk/contracts/coupons.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Badge } from '~/components/badge';
import { type DataColumn, DataTable } from '~/components/data-table';
import { LoadMoreOf } from '~/components/load-more';
import { ErrorState } from '~/components/states';
import { formatDay, formatMoney, formatNumber } from '~/lib/format';
import { couponsQuery } from '../api/coupons';
import { CouponMenu } from './coupon-menu';

const STATUS = {
  active: { tone: 'success', label: 'On' },
  scheduled: { tone: 'action', label: 'Scheduled' },
  ended: { tone: 'neutral', label: 'Ended' },
  used_up: { tone: 'neutral', label: 'Used up' },
  off: { tone: 'neutral', label: 'Off' },
} as const satisfies Record<CouponStatus, object>;

const COLUMNS: readonly DataColumn<CouponDto>[] = [
  { id: 'code', header: 'Code', cell: (coupon) => <CodeCell coupon={coupon} /> },
  {
    id: 'status',
    header: 'Status',
    cell: ({ status }) => <Badge tone={STATUS[status].tone}>{STATUS[status].label}</Badge>,
  },
  { id: 'period', header: 'Period', wideOnly: true, cell: periodOf },
  {
    id: 'uses',
    header: 'Uses',
    align: 'end',
    sortBy: ({ uses }) => uses,
    cell: ({ uses, maxUses }) =>
      maxUses === null ? formatNumber(uses) : `${formatNumber(uses)} of ${formatNumber(maxUses)}`,
  },
  { id: 'actions', header: 'Actions', align: 'end', cell: (coupon) => <CouponMenu coupon={coupon} /> },
];

interface CouponTableProps {
  storeId: number;
  /** Shown when the store has none. */
  empty: ReactNode;
}

export function CouponTable({ storeId, empty }: CouponTableProps) {
  const list = useInfiniteQuery(couponsQuery(storeId));
  if (list.error && !list.data) {
    return (
      <ErrorState
        error={list.error}
        title="Your coupons could not be loaded"
        onRetry={() => void list.refetch()}
      />
    );
  }
  return (
    <>
      <DataTable
        label="Coupons"
        rows={list.data?.rows}
        columns={COLUMNS}
        rowId={({ id }) => String(id)}
        rowLabel={({ code }) => code}
        empty={empty}
      />
      {list.data && list.data.rows.length > 0 && <LoadMoreOf list={list} noun="coupon" />}
    </>
  );
}

function CodeCell({ coupon: { code, percentOff, amountOff, minimumSubtotal, maxUsesPerBuyer } }: CellProps) {
  const what = percentOff === null ? `${formatMoney(amountOff ?? '0')} off` : `${percentOff} % off`;
  const about = [
    what,
    minimumSubtotal && `from ${formatMoney(minimumSubtotal)}`,
    maxUsesPerBuyer && `${formatNumber(maxUsesPerBuyer)} per buyer`,
  ];
  return (
    <div className="flex min-w-28 flex-col">
      <span className="font-medium break-all">{code}</span>
      <span className="text-sm text-muted">{about.filter(Boolean).join(' · ')}</span>
    </div>
  );
}

interface CellProps {
  coupon: CouponDto;
}

function periodOf({ startsAt, endsAt }: CouponDto): string {
  if (startsAt && endsAt) return `${formatDay(startsAt)} – ${formatDay(endsAt)}`;
  if (startsAt) return `From ${formatDay(startsAt)}`;
  return endsAt ? `Until ${formatDay(endsAt)}` : 'Always';
}
