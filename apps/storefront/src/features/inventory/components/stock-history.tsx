import type { StockReason } from '@souk/contracts';
import type { StockChangeDto } from '@souk/contracts/stock.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Sheet } from '~/components/dialog';
import { LoadMoreOf } from '~/components/load-more';
import { Loading, Skeleton } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { cn } from '~/lib/cn';
import { formatDateTime, formatNumber } from '~/lib/format';
import { optionsText } from '~/lib/options-text';
import { stockHistoryQuery } from '../api/stock-history';

interface StockHistoryProps {
  product: Pick<ProductDto, 'id' | 'name'>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** How the stock of a product came to be what it is. */
export function StockHistory({ product, open, onOpenChange }: StockHistoryProps) {
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title="Stock history"
      description={`Of ${product.name}, newest first.`}
    >
      <Changes productId={product.id} />
    </Sheet>
  );
}

function Changes({ productId }: { productId: number }) {
  const list = useInfiniteQuery(stockHistoryQuery(productId));
  if (!list.data) {
    if (list.error)
      return (
        <ErrorState
          error={list.error}
          title="The stock history could not be loaded"
          onRetry={() => void list.refetch()}
        />
      );
    return (
      <Loading label="Loading stock history" className="flex flex-col gap-4">
        {Array.from({ length: 6 }, (_, row) => (
          <Skeleton key={row} className="h-11" />
        ))}
      </Loading>
    );
  }
  if (list.data.rows.length === 0) return <p className="py-6 text-muted">Its stock has not moved yet.</p>;
  return (
    <>
      <ul aria-label="Changes of stock">
        {list.data.rows.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ul>
      <LoadMoreOf noun="change" list={list} />
    </>
  );
}

const REASONS: Record<StockReason, string> = {
  created: 'First stock',
  edited: 'Edited',
  bulk_edited: 'Edited with others',
  imported: 'Imported',
  import_undone: 'Import undone',
  sold: 'Sold',
  released: 'Back: not paid',
  cancelled: 'Back: cancelled',
  returned: 'Back: returned',
  restocked: 'Restocked',
};

function Change({ change }: { change: StockChangeDto }) {
  const { delta, quantityAfter, reason, options, sku, orderNumber, changedBy, createdAt } = change;
  const about = [
    optionsText(options) || sku,
    orderNumber && `Order ${orderNumber}`,
    changedBy && `by ${changedBy}`,
  ];
  return (
    <li className="flex items-start justify-between gap-4 border-b border-line py-3 last:border-b-0">
      <div className="flex min-w-0 flex-col">
        <span className="font-medium">{REASONS[reason]}</span>
        <span className="text-sm wrap-anywhere text-muted">{about.filter(Boolean).join(' · ')}</span>
        <time dateTime={createdAt} className="text-sm text-muted">
          {formatDateTime(createdAt)}
        </time>
      </div>
      <p className="flex shrink-0 flex-col text-right tabular-nums">
        <span className={cn('font-medium', delta > 0 && 'text-success')}>
          {delta > 0 ? '+' : '−'}
          {formatNumber(Math.abs(delta))}
        </span>
        <span className="text-sm text-muted">{formatNumber(quantityAfter)} on hand</span>
      </p>
    </li>
  );
}
