import type { StatementDto } from '@souk/contracts/ledger.dto';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Download, FileText } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '~/components/button';
import { type DataColumn, DataTable } from '~/components/data-table';
import { EmptyState, ErrorState } from '~/components/states';
import { toast } from '~/components/toast';
import { formatMoney } from '~/lib/format';
import { saveFile } from '~/lib/save-file';
import { exportStatement, statementsQuery } from '../api/balance';
import { monthLabel } from '../model/words';

interface StatementListProps {
  storeId: number;
  /** For the files' names. */
  slug: string;
}

export function StatementList({ storeId, slug }: StatementListProps) {
  const { data, error, refetch } = useQuery(statementsQuery(storeId));
  const columns = useMemo(() => columnsFor(storeId, slug), [storeId, slug]);
  if (error && !data)
    return (
      <ErrorState error={error} title="The statements could not be loaded" onRetry={() => void refetch()} />
    );
  return (
    <DataTable<StatementDto>
      label="Statements"
      rows={data?.items}
      columns={columns}
      rowId={({ month }) => month}
      rowLabel={({ month }) => monthLabel(month)}
      empty={<EmptyState icon={FileText} title="No statements yet" />}
    />
  );
}

const amount = (
  id: 'opening' | 'sales' | 'refunds' | 'commission' | 'tax' | 'payouts' | 'closing',
  header: string,
  wideOnly = true,
): DataColumn<StatementDto> => ({
  id,
  header,
  align: 'end',
  wideOnly,
  cell: (statement) => formatMoney(statement[id], statement.currency),
});

const columnsFor = (storeId: number, slug: string): DataColumn<StatementDto>[] => [
  {
    id: 'month',
    header: 'Month',
    cell: ({ month, final }) => (
      <>
        <span className="font-medium whitespace-nowrap">{monthLabel(month)}</span>
        {!final && <span className="block text-sm text-muted">so far</span>}
      </>
    ),
  },
  amount('opening', 'Opening'),
  amount('sales', 'Sales'),
  amount('refunds', 'Refunds'),
  amount('commission', 'Commission'),
  amount('tax', 'Tax'),
  amount('payouts', 'Payouts'),
  amount('closing', 'Closing', false),
  {
    id: 'file',
    header: 'File',
    align: 'end',
    cell: ({ month }) => <DownloadStatement storeId={storeId} slug={slug} month={month} />,
  },
];

/** Fetched by script, because a plain link would not carry the sign-in. */
function DownloadStatement({ storeId, slug, month }: StatementListProps & { month: string }) {
  const { mutate, isPending } = useMutation({
    mutationFn: () => exportStatement(storeId, month),
    onSuccess: (content) => saveFile(content, `${slug}-${month}.csv`),
    onError: (error) => toast.error(error.message),
  });
  return (
    <Button
      variant="secondary"
      size="sm"
      loading={isPending}
      aria-label={`CSV of ${monthLabel(month)}`}
      onClick={() => mutate()}
    >
      <Download aria-hidden />
      CSV
    </Button>
  );
}
