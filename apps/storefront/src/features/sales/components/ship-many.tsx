import { LIMITS } from '@souk/contracts';
import type { ShipmentReport } from '@souk/contracts/shipping.dto';
import { Check, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { FieldError } from '~/components/field';
import { Input } from '~/components/input';
import { plural } from '~/lib/format';
import { orNull } from '~/lib/rules';
import { type PartOf, useShipParts } from '../api/sales';
import { CarrierField } from './carrier-field';

interface ShipManyProps {
  parts: readonly PartOf[];
  open: boolean;
  /** `shipped`: the ids of the parts that are on their way. */
  onClose: (shipped: number[]) => void;
}

interface Typed {
  carrier?: string;
  trackingNumber?: string;
}

/** Ships what is selected, and says of every one how it went. */
export function ShipMany({ parts, open, onClose }: ShipManyProps) {
  const ship = useShipParts();
  // The list as it was when it was sent: what is shipped leaves the selection behind it.
  const [sent, setSent] = useState<readonly PartOf[]>([]);
  const [carrier, setCarrier] = useState('');
  const [typed, setTyped] = useState<Record<number, Typed>>({});
  const report = ship.data;
  const rows = report || ship.isPending ? sent : parts;

  const start = () => {
    setSent(parts);
    ship.mutate(
      parts.map(({ part: { id } }) => ({
        partId: id,
        carrier: orNull(typed[id]?.carrier ?? carrier),
        trackingNumber: orNull(typed[id]?.trackingNumber ?? ''),
      })),
    );
  };
  const close = () => {
    if (ship.isPending) return;
    onClose(report?.items.filter(({ ok }) => ok).map(({ partId }) => partId) ?? []);
    ship.reset();
    setTyped({});
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title={`Ship ${plural(rows.length, 'parcel')}`}
      description={
        report ? outcome(report) : 'Buyers are told by e-mail, with the tracking number if there is one.'
      }
      className="max-w-xl"
      footer={
        report ? (
          <Button onClick={close}>Done</Button>
        ) : (
          <>
            <Button variant="secondary" disabled={ship.isPending} onClick={close}>
              Not yet
            </Button>
            <Button loading={ship.isPending} onClick={start}>
              Mark {rows.length} as shipped
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-5">
        {ship.error && <FieldError id="ship-many-error">{ship.error.message}</FieldError>}
        {!report && rows.length > 1 && (
          <CarrierField
            value={carrier}
            maxLength={LIMITS.carrier.max}
            onChange={({ target }) => setCarrier(target.value)}
          />
        )}
        <ul className="flex flex-col gap-4">
          {rows.map((of) => (
            <li
              key={of.part.id}
              className="grid gap-x-3 gap-y-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)] sm:items-center"
            >
              <p className="flex min-w-0 flex-col">
                <span className="font-medium tabular-nums">{of.order.number}</span>
                <span className="truncate text-sm text-muted">{of.part.store.name}</span>
              </p>
              {report ? (
                <RowResult report={report} of={of} />
              ) : (
                <ShipmentInputs
                  number={of.order.number}
                  carrier={carrier}
                  typed={typed[of.part.id] ?? {}}
                  onChange={(change) =>
                    setTyped({ ...typed, [of.part.id]: { ...typed[of.part.id], ...change } })
                  }
                />
              )}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

interface ShipmentInputsProps {
  number: string;
  /** Of all parcels that have no other. */
  carrier: string;
  typed: Typed;
  onChange: (change: Typed) => void;
}

const ShipmentInputs = ({ number, carrier, typed, onChange }: ShipmentInputsProps) => (
  <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-2">
    <Input
      aria-label={`Carrier of ${number}`}
      placeholder="Carrier"
      autoComplete="off"
      maxLength={LIMITS.carrier.max}
      value={typed.carrier ?? carrier}
      onChange={({ target }) => onChange({ carrier: target.value })}
    />
    <Input
      aria-label={`Tracking number of ${number}`}
      placeholder="Tracking number"
      autoComplete="off"
      maxLength={LIMITS.trackingNumber.max}
      value={typed.trackingNumber ?? ''}
      onChange={({ target }) => onChange({ trackingNumber: target.value })}
    />
  </div>
);

function RowResult({ report, of }: { report: ShipmentReport; of: PartOf }) {
  const error = report.items.find(({ partId }) => partId === of.part.id)?.error;
  if (error) {
    return (
      <p className="flex gap-1.5 text-sm text-danger">
        <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
        {error.message}
      </p>
    );
  }
  return (
    <p className="flex items-center gap-1.5 text-sm text-success">
      <Check aria-hidden className="size-4" />
      Shipped
    </p>
  );
}

function outcome({ succeeded, failed }: ShipmentReport): string {
  if (failed === 0) return `All ${succeeded} are on their way.`;
  return `${plural(succeeded, 'parcel')} shipped, ${failed} not: see why below.`;
}
