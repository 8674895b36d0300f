import { useState } from 'react';
import { Button } from '~/components/button';
import { toast } from '~/components/toast';
import { type PartOf, useDeliverPart } from '../api/sales';
import { CancelPartDialog } from './cancel-part-dialog';
import { RefundDialog } from './refund-dialog';
import { ShipDialog } from './ship-dialog';

/** What the server lets the vendor do with the part now. */
export function PartActions({ order, part }: PartOf) {
  const [asking, setAsking] = useState<'ship' | 'cancel' | 'refund' | null>(null);
  const deliver = useDeliverPart();
  const { next, cancel, refund } = part.permissions;
  const of = { order, part };
  const close = () => setAsking(null);

  const markDelivered = () =>
    deliver.mutate(of, {
      onSuccess: () => toast.success(`${order.number} is delivered`),
      onError: (error) => toast.error(error.message),
    });
  if (!cancel && !refund && next.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {next.includes('shipped') && (
        <Button size="sm" aria-label={`Ship ${order.number}`} onClick={() => setAsking('ship')}>
          Ship
        </Button>
      )}
      {next.includes('delivered') && (
        <Button
          size="sm"
          variant="secondary"
          aria-label={`Mark delivered: ${order.number}`}
          loading={deliver.isPending}
          onClick={markDelivered}
        >
          Mark delivered
        </Button>
      )}
      {refund && (
        <Button
          size="sm"
          variant="secondary"
          aria-label={`Refund ${order.number}`}
          onClick={() => setAsking('refund')}
        >
          Refund
        </Button>
      )}
      {cancel && (
        <Button
          size="sm"
          variant="ghost"
          className="text-danger"
          aria-label={`Cancel ${order.number}`}
          onClick={() => setAsking('cancel')}
        >
          Cancel
        </Button>
      )}
      {asking === 'ship' && <ShipDialog of={of} onClose={close} />}
      {asking === 'refund' && <RefundDialog of={of} onClose={close} />}
      <CancelPartDialog of={of} open={asking === 'cancel'} onOpenChange={close} />
    </div>
  );
}
