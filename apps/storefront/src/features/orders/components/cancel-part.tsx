import type { OrderDto, OrderPartDto } from '@souk/contracts/orders.dto';
import { useState } from 'react';
import { Button } from '~/components/button';
import { ConfirmDialog } from '~/components/confirm-dialog';
import { announce } from '~/components/live-region';
import { formatMoney } from '~/lib/format';
import { useCancelPart } from '../api/orders';

interface CancelPartProps {
  order: OrderDto;
  part: OrderPartDto;
  /** Of a guest's order. */
  token: string | null;
  /** Vendors and staff cancel for somebody else. */
  isBuyer: boolean;
}

/** Asks before it cancels: it cannot be undone. */
export function CancelPart({ order, part, token, isBuyer }: CancelPartProps) {
  const [asking, setAsking] = useState(false);
  const cancel = useCancelPart(order.id, token);
  const amount = formatMoney(part.refundable, order.currency);
  const back = isBuyer ? `${amount} goes back the way you paid.` : `The buyer gets ${amount} back.`;
  const whatFollows = order.complete ? back : 'Nothing is charged for it.';
  const confirm = () =>
    cancel.mutate(part.id, {
      onSuccess: () => {
        setAsking(false);
        announce(`What was ordered from ${part.store.name} is cancelled`);
      },
    });
  return (
    <>
      <Button variant="secondary" size="sm" onClick={() => setAsking(true)} className="self-start">
        {order.parts.length === 1 ? 'Cancel order' : 'Cancel this part'}
        <span className="sr-only"> from {part.store.name}</span>
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Cancel ${isBuyer ? 'your' : 'the'} order from ${part.store.name}?`}
        description={`${whatFollows} This cannot be undone.`}
        confirm={order.complete ? 'Cancel and refund' : 'Cancel it'}
        action={cancel}
        onConfirm={confirm}
      />
    </>
  );
}
