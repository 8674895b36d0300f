import { Checkbox } from '~/components/choice';
import { Tracking } from '~/components/tracking';
import { countryName } from '~/lib/countries';
import { formatDate, formatMoney } from '~/lib/format';
import type { PartOf } from '../api/sales';
import { PartActions } from './part-actions';
import { PartHistory } from './part-history';
import { PartPapers } from './part-papers';
import { PartReturns } from './part-returns';
import { PartStatusBadge } from './part-status';
import { SoldItem } from './sold-item';

interface PartPanelProps extends PartOf {
  selected: boolean;
  onSelect: (selected: boolean) => void;
}

export const canShip = ({ part }: PartOf): boolean => part.permissions.next.includes('shipped');

export function PartPanel({ order, part, selected, onSelect }: PartPanelProps) {
  const items = order.items.filter(({ storeId }) => storeId === part.store.id);
  const of = { order, part };
  return (
    <div
      role="group"
      aria-label={`${part.store.name}'s part of ${order.number}`}
      className="grid gap-x-8 gap-y-4 border-b border-line px-4 py-4 last:border-b-0 has-checked:bg-action-soft/50 sm:px-5 md:grid-cols-[minmax(0,1fr)_minmax(0,15rem)]"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-wrap items-center gap-3">
          {canShip(of) && (
            <Checkbox
              aria-label={`Select ${order.number} of ${part.store.name}`}
              checked={selected}
              onChange={(event) => onSelect(event.target.checked)}
            />
          )}
          <PartStatusBadge {...of} />
          <span className="text-sm text-muted">{part.store.name}</span>
        </div>
        <ul className="flex flex-col gap-3">
          {items.map((item) => (
            <SoldItem key={item.id} item={item} currency={order.currency} />
          ))}
        </ul>
        <PartReturns {...of} />
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Destination {...of} />
        <PartActions {...of} />
        <PartPapers {...of} />
        <PartHistory {...of} />
      </div>
    </div>
  );
}

/** Where it goes, and once it is on its way, how. */
function Destination({ order, part }: PartOf) {
  const { shippingAddress: to, currency } = order;
  const items = order.items.filter(({ storeId }) => storeId === part.store.id);
  return (
    <div className="flex flex-col gap-3 text-sm">
      {items.every(({ digital }) => digital) && <p className="text-muted">Digital: delivered by download.</p>}
      {to && items.some(({ digital }) => !digital) && (
        <address className="not-italic">
          <span className="font-medium">{to.name}</span>
          <br />
          {to.address}
          <br />
          {[to.city, to.state, to.zipcode].filter(Boolean).join(' ')}
          <br />
          {countryName(to.country)}
        </address>
      )}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-muted">
        {Number(part.shipping) > 0 && <Fact label="Shipping" text={formatMoney(part.shipping, currency)} />}
        {part.shippedAt && <Fact label="Shipped" text={formatDate(part.shippedAt)} />}
        {part.deliveredAt && <Fact label="Delivered" text={formatDate(part.deliveredAt)} />}
        {Number(part.refundedAmount) > 0 && (
          <Fact label="Refunded" text={formatMoney(part.refundedAmount, currency)} />
        )}
        {part.cancelledAt && <Fact label="Cancelled" text={formatDate(part.cancelledAt)} />}
      </dl>
      <Tracking carrier={part.carrier} trackingNumber={part.trackingNumber} />
    </div>
  );
}

const Fact = ({ label, text }: { label: string; text: string }) => (
  <>
    <dt>{label}</dt>
    <dd className="min-w-0 break-words text-ink tabular-nums">{text}</dd>
  </>
);
