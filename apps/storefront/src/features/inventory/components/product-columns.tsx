import type { ProductStatus } from '@souk/contracts';
import type { ProductDto } from '@souk/contracts/products.dto';
import { Link } from 'react-router';
import { Badge } from '~/components/badge';
import type { DataColumn } from '~/components/data-table';
import { Picture } from '~/components/picture';
import { formatMoney, formatNumber, plural } from '~/lib/format';
import { scarcestOf } from '../model/scarcest';
import { LowBadge } from './low-badge';
import { ProductMenu } from './product-menu';

/**
 * @param withoutFile ids of digital products with nothing to download
 * @param lowStockAt of each store: so many units are low
 */
export const productColumns = (
  withoutFile: ReadonlySet<number>,
  lowStockAt: ReadonlyMap<number, number>,
): readonly DataColumn<ProductDto>[] => [
  {
    id: 'name',
    header: 'Product',
    cell: (product) => <NameCell product={product} isFileMissing={withoutFile.has(product.id)} />,
  },
  {
    id: 'status',
    header: 'Status',
    wideOnly: true,
    cell: ({ status }) => <StatusBadge status={status} />,
  },
  {
    id: 'stock',
    header: 'Stock',
    align: 'end',
    cell: (product) => <StockCell product={product} lowStockAt={lowStockAt.get(product.store.id) ?? 0} />,
  },
  {
    id: 'price',
    header: 'Price',
    align: 'end',
    wideOnly: true,
    sortBy: ({ price }) => Number(price),
    cell: ({ price, currency }) => formatMoney(price, currency),
  },
  {
    id: 'category',
    header: 'Category',
    wideOnly: true,
    cell: ({ category }) => category?.name ?? <span className="text-muted">None</span>,
  },
  { id: 'actions', header: 'Actions', align: 'end', cell: (product) => <ProductMenu product={product} /> },
];

const STATUS = {
  active: { tone: 'success', label: 'Active' },
  draft: { tone: 'action', label: 'Draft' },
  hidden: { tone: 'neutral', label: 'Hidden' },
  suspended: { tone: 'danger', label: 'Suspended' },
} as const satisfies Record<ProductStatus, object>;

export const StatusBadge = ({ status }: { status: ProductStatus }) => (
  <Badge tone={STATUS[status].tone}>{STATUS[status].label}</Badge>
);

interface NameCellProps {
  product: ProductDto;
  isFileMissing: boolean;
}

function NameCell({ product, isFileMissing }: NameCellProps) {
  const { id, name, images, variants, store, price, currency, status, digital } = product;
  const about = [store.name, variants.length > 1 && plural(variants.length, 'variant'), digital && 'digital'];
  return (
    <div className="flex min-w-24 items-center sm:min-w-48 gap-3">
      <Picture
        image={images[0] ?? null}
        alt=""
        sizes="48px"
        className="hidden w-11 shrink-0 rounded-sm sm:block"
      />
      <div className="flex min-w-0 flex-col">
        <Link
          to={`/products/${id}/edit`}
          className="line-clamp-2 font-medium underline-offset-4 hover:underline"
        >
          {name}
        </Link>
        <span className="line-clamp-1 text-sm text-muted">{about.filter(Boolean).join(' · ')}</span>
        {isFileMissing && (
          <span className="text-sm font-medium text-accent-ink">Add the file to sell it</span>
        )}
        {/* What stands in columns of its own on a wide screen. */}
        <span className="flex flex-wrap items-center gap-2 text-sm tabular-nums md:hidden">
          {formatMoney(price, currency)}
          {status !== 'active' && <StatusBadge status={status} />}
        </span>
      </div>
    </div>
  );
}

interface StockCellProps {
  product: ProductDto;
  lowStockAt: number;
}

function StockCell({ product, lowStockAt }: StockCellProps) {
  const { stockQuantity, variants, digital } = product;
  if (stockQuantity === 0) return <LowBadge left={0} />;
  const scarcest = scarcestOf(variants);
  const left = scarcest?.stockQuantity ?? stockQuantity;
  if (left > lowStockAt || digital) return formatNumber(stockQuantity);
  if (variants.length < 2) return <LowBadge left={left} />;
  return (
    <span className="flex flex-col items-end gap-1">
      {formatNumber(stockQuantity)}
      <LowBadge left={left} variant={Object.values(scarcest?.options ?? {}).join(' · ')} />
    </span>
  );
}
