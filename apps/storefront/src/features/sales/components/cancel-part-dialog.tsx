import { ConfirmDialog } from '~/components/confirm-dialog';
import { toast } from '~/components/toast';
import { formatMoney } from '~/lib/format';
import { type PartOf, useCancelPart } from '../api/sales';

interface CancelPartDialogProps {
  of: PartOf;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function CancelPartDialog({ of: { order, part }, open, onOpenChange }: CancelPartDialogProps) {
  const cancel = useCancelPart();
  const share = formatMoney(part.refundable, order.currency);
  const done = () => {
    onOpenChange(false);
    toast.success(`${order.number} is cancelled`);
  };
  return (
    <ConfirmDialog
      open={open}
      onClose={() => onOpenChange(false)}
      title={`Cancel ${order.number}?`}
      description={
        order.complete
          ? `The buyer gets ${share} back, and the goods return to your stock. This cannot be undone.`
          : 'It is not paid yet. The goods return to your stock. This cannot be undone.'
      }
      confirm={order.complete ? 'Cancel and refund' : 'Cancel the order'}
      cancel="Keep the order"
      action={cancel}
      onConfirm={() => cancel.mutate({ order, part }, { onSuccess: done })}
    />
  );
}
