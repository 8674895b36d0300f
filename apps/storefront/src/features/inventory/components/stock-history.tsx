import type { ProductDto } from '@souk/contracts/products.dto';
import type { StockChangeDto } from '@souk/contracts/stock.dto';
import { useInfiniteQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { Badge } from '~/components/badge';
import { Sheet } from '~/components/dialog';
import { LoadMoreOf } from '~/components/load-more';
import { Loading, Skeleton } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { formatDate, formatDateTime, formatNumber } from '~/lib/format';
import { optionsText } from '~/lib/options-text';
import { stockHistoryQuery } from '../api/products';
import { STOCK_REASONS } from '../model/stock-reasons';

interface StockHistoryProps {
  product: Pick<ProductDto, 'id' | 'name'>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Who moved a product's stock, when and why, newest first. */
export function StockHistory({ product, open, onOpenChange }: StockHistoryProps) {
  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title="Stock history"
      description={`Who changed the stock of ${product.name}, when and why.`}
    >
      <Changes productId={product.id} />
    </Sheet>
  );
}

/** Asked for when it is opened: the sheet's content is there only then. */
function Changes({ productId }: { productId: number }) {
  const list = useInfiniteQuery(stockHistoryQuery(productId));
  if (list.error && !list.data)
    return (
      <ErrorState
        error={list.error}
        title="The history could not be loaded"
        onRetry={() => void list.refetch()}
      />
    );
  if (!list.data) {
    return (
      <Loading label="Loading stock history" className="flex flex-col gap-3">
        <Skeleton className="h-16 rounded-md" />
        <Skeleton className="h-16 rounded-md" />
        <Skeleton className="h-16 rounded-md" />
      </Loading>
    );
  }
  if (list.data.rows.length === 0) {
    return (
      <EmptyState icon={History} title="Nothing has moved yet">
        Each sale, edit and import that changes the stock is listed here.
      </EmptyState>
    );
  }
  return (
    <>
      <ol aria-label="Stock changes" className="flex flex-col divide-y divide-line">
        {list.data.rows.map((change) => (
          <Change key={change.id} change={change} />
        ))}
      </ol>
      <LoadMoreOf noun="change" list={list} />
    </>
  );
}

function Change({ change }: { change: StockChangeDto }) {
  const { delta, quantityAfter, reason, changedBy, orderNumber, options, sku, createdAt } = change;
  const variant = optionsText(options) || sku;
  const cause = [changedBy && `by ${changedBy}`, orderNumber && `order ${orderNumber}`].filter(Boolean);
  return (
    <li className="grid grid-cols-[3.75rem_minmax(0,1fr)_auto] items-start gap-x-3 py-3">
      <span className="justify-self-start">
        <Badge tone={delta > 0 ? 'success' : 'neutral'}>
          <span className="tabular-nums">
            {delta > 0 ? '+' : '−'}
            {formatNumber(Math.abs(delta))}
          </span>
        </Badge>
      </span>
      <p className="flex min-w-0 flex-col">
        <span className="font-medium">{STOCK_REASONS[reason]}</span>
        {cause.length > 0 && <span className="text-sm wrap-anywhere">{cause.join(', ')}</span>}
        {variant && <span className="text-sm text-muted wrap-anywhere">{variant}</span>}
        <time dateTime={createdAt} title={formatDateTime(createdAt)} className="text-sm text-muted">
          {formatDate(createdAt)}
        </time>
      </p>
      <span className="text-sm text-muted tabular-nums">{formatNumber(quantityAfter)} on hand</span>
    </li>
  );
}
