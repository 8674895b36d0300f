import { LIMITS } from '@souk/contracts';
import { Check, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { Input } from '~/components/input';
import { Progress } from '~/components/progress';
import { Spinner } from '~/components/spinner';
import { type BulkRun, useBulk } from '~/lib/bulk';
import { plural } from '~/lib/format';
import { orNull } from '~/lib/rules';
import { type PartOf, shipPart, useRefreshSales } from '../api/sales';
import { CarrierField } from './carrier-field';

interface ShipManyProps {
  parts: readonly PartOf[];
  open: boolean;
  /** `shipped`: the ids of the parts that are on their way. */
  onClose: (shipped: number[]) => void;
}

/** Ships what is selected, one request each, and says of every one how it went. */
export function ShipMany({ parts, open, onClose }: ShipManyProps) {
  const refresh = useRefreshSales();
  const { run, start, reset } = useBulk<PartOf>();
  // The list as it was when it was sent: what is shipped leaves the selection behind it.
  const [sent, setSent] = useState<readonly PartOf[]>([]);
  const [carrier, setCarrier] = useState('');
  const [tracking, setTracking] = useState<Record<number, string>>({});
  const rows = run ? sent : parts;
  const busy = run !== null && !run.finished;

  const ship = async () => {
    setSent(parts);
    await start(parts, (of) =>
      shipPart(of, { carrier: orNull(carrier), trackingNumber: orNull(tracking[of.part.id] ?? '') }),
    );
    await refresh();
  };
  const close = () => {
    if (busy) return;
    const failed = new Set(run?.failures.map(({ row }) => row.part.id));
    onClose(run ? sent.map(({ part }) => part.id).filter((id) => !failed.has(id)) : []);
    reset();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && close()}
      title={`Ship ${plural(rows.length, 'parcel')}`}
      description={
        run?.finished ? outcome(run) : 'Buyers are told by e-mail, with the tracking number if there is one.'
      }
      className="max-w-lg"
      footer={
        run?.finished ? (
          <Button onClick={close}>Done</Button>
        ) : (
          <>
            <Button variant="secondary" disabled={busy} onClick={close}>
              Not yet
            </Button>
            <Button loading={busy} onClick={() => void ship()}>
              Mark {parts.length} as shipped
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-5">
        {run ? (
          <Progress label="Shipping" share={run.done / Math.max(run.total, 1)} />
        ) : (
          <CarrierField
            value={carrier}
            maxLength={LIMITS.carrier.max}
            onChange={({ target }) => setCarrier(target.value)}
          />
        )}
        <ul className="flex flex-col gap-3">
          {rows.map((of, index) => (
            <li key={of.part.id} className="grid grid-cols-2 items-center gap-3">
              <p className="flex min-w-0 flex-col">
                <span className="font-medium tabular-nums">{of.order.number}</span>
                <span className="truncate text-sm text-muted">{of.part.store.name}</span>
              </p>
              {run ? (
                <RowResult run={run} of={of} index={index} />
              ) : (
                <Input
                  aria-label={`Tracking number of ${of.order.number}`}
                  placeholder="Tracking number"
                  autoComplete="off"
                  maxLength={LIMITS.trackingNumber.max}
                  value={tracking[of.part.id] ?? ''}
                  onChange={({ target }) => setTracking({ ...tracking, [of.part.id]: target.value })}
                />
              )}
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

function RowResult({ run, of, index }: { run: BulkRun<PartOf>; of: PartOf; index: number }) {
  const failure = run.failures.find(({ row }) => row === of);
  if (failure) {
    return (
      <p className="flex gap-1.5 text-sm text-danger">
        <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
        {failure.error instanceof Error ? failure.error.message : 'Something went wrong.'}
      </p>
    );
  }
  if (index < run.done) {
    return (
      <p className="flex items-center gap-1.5 text-sm text-success">
        <Check aria-hidden className="size-4" />
        Shipped
      </p>
    );
  }
  if (index === run.done) return <Spinner label={`Shipping ${of.order.number}`} />;
  return <p className="text-sm text-muted">Waiting</p>;
}

function outcome({ total, failures }: BulkRun<PartOf>): string {
  if (failures.length === 0) return `All ${total} are on their way.`;
  return `${plural(total - failures.length, 'parcel')} shipped, ${failures.length} not: see why below.`;
}
