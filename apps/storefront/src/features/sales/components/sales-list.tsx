import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Button } from '~/components/button';
import { LoadMoreOf } from '~/components/load-more';
import { Loading, Skeleton } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { cn } from '~/lib/cn';
import { plural } from '~/lib/format';
import { type SalesFilter, salesQuery } from '../api/sales';
import { canShip } from './part-panel';
import { SaleCard } from './sale-card';
import { ShipMany } from './ship-many';

interface SalesListProps {
  filter: SalesFilter;
  empty: ReactNode;
}

export function SalesList({ filter, empty }: SalesListProps) {
  const list = useInfiniteQuery(salesQuery(filter));
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set());
  const [shipping, setShipping] = useState(false);

  if (list.error && !list.data)
    return (
      <ErrorState
        error={list.error}
        title="The orders could not be loaded"
        onRetry={() => void list.refetch()}
      />
    );
  if (!list.data) {
    return (
      <Loading label="Loading orders" className="flex flex-col gap-4">
        <Skeleton className="h-52 rounded-lg" />
        <Skeleton className="h-52 rounded-lg" />
        <Skeleton className="h-52 rounded-lg" />
      </Loading>
    );
  }
  const { rows: orders } = list.data;
  const shippable = orders.flatMap((order) => order.parts.map((part) => ({ order, part }))).filter(canShip);
  const chosen = shippable.filter(({ part }) => selected.has(part.id));
  const select = (ids: number[], on: boolean) => {
    const next = new Set(selected);
    ids.forEach((id) => (on ? next.add(id) : next.delete(id)));
    setSelected(next);
  };
  if (orders.length === 0 && !shipping) return empty;
  return (
    <div className={cn('flex flex-col gap-4 transition-opacity', list.isPlaceholderData && 'opacity-60')}>
      {shippable.length > 1 && (
        <Button
          variant="ghost"
          size="sm"
          className="self-start"
          onClick={() =>
            select(
              shippable.map(({ part }) => part.id),
              chosen.length < shippable.length,
            )
          }
        >
          {chosen.length < shippable.length ? `Select all ${shippable.length} to ship` : 'Select none'}
        </Button>
      )}
      {orders.map((order) => (
        <SaleCard
          key={order.id}
          order={order}
          isSelected={({ id }) => selected.has(id)}
          onSelect={({ id }, on) => select([id], on)}
        />
      ))}
      {chosen.length > 0 && (
        <div
          role="region"
          aria-label="Selected parcels"
          className="sticky bottom-4 z-20 flex animate-rise flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface p-2.5 pl-5 shadow-float"
        >
          <p role="status" className="font-medium tabular-nums">
            {plural(chosen.length, 'parcel')} selected
          </p>
          <div className="flex gap-2">
            <Button size="sm" onClick={() => setShipping(true)}>
              Ship selected
            </Button>
            <Button variant="ghost" size="sm" onClick={() => setSelected(new Set())}>
              Clear
            </Button>
          </div>
        </div>
      )}
      <LoadMoreOf noun="order" list={list} />
      <ShipMany
        parts={chosen}
        open={shipping}
        onClose={(shipped) => {
          setShipping(false);
          select(shipped, false);
        }}
      />
    </div>
  );
}
