import type { SalesDocumentDto } from '@souk/contracts/documents.dto';
import type { OrderDto } from '@souk/contracts/orders.dto';
import { useQuery } from '@tanstack/react-query';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { PaperButton } from '~/components/paper-button';
import { formatDay, formatMoney } from '~/lib/format';
import { loadCreditNotes, loadInvoice } from '~/lib/papers';
import { papersQuery } from '../api/papers';

interface OrderPapersProps {
  order: OrderDto;
  /** Of a guest's order. */
  token: string | null;
}

/** Invoices and credit notes to save; nothing before the order is paid. */
export function OrderPapers({ order, token }: OrderPapersProps) {
  const { data, error, refetch } = useQuery({ ...papersQuery(order, token), enabled: order.complete });
  if (!error && !data?.items.length) return null;
  return (
    <Card className="flex flex-col gap-4">
      <h2 className="font-display text-xl font-semibold">Invoices</h2>
      {data ? (
        <ul className="flex flex-col divide-y divide-line">
          {data.items.map((paper) => (
            <Paper key={paper.id} paper={paper} order={order} token={token} />
          ))}
        </ul>
      ) : (
        <div role="alert" className="flex flex-col items-start gap-3">
          <p>{error?.message}</p>
          <Button variant="secondary" size="sm" onClick={() => void refetch()}>
            Try again
          </Button>
        </div>
      )}
    </Card>
  );
}

function Paper({ paper, order, token }: OrderPapersProps & { paper: SalesDocumentDto }) {
  const isInvoice = paper.kind === 'invoice';
  const of = { orderId: order.id, part: paper.partId, token };
  return (
    <li className="flex flex-col items-start gap-2 py-3 first:pt-0 last:pb-0">
      <div className="flex w-full flex-col gap-0.5">
        <div className="flex justify-between gap-3">
          <span className="min-w-0 break-words">{paper.store.name}</span>
          <span className="tabular-nums">
            {isInvoice ? '' : '−'}
            {formatMoney(paper.total, order.currency)}
          </span>
        </div>
        <span className="text-sm text-muted">
          {paper.number}, {formatDay(paper.issuedAt)}
        </span>
      </div>
      <PaperButton
        about={`${paper.number} of ${paper.store.name}`}
        fileName={`${isInvoice ? 'Invoice' : 'Credit note'} ${paper.number}.pdf`}
        load={() => (isInvoice ? loadInvoice(of) : loadCreditNotes(of))}
      >
        {isInvoice ? 'Invoice' : 'Credit note'}
      </PaperButton>
    </li>
  );
}
