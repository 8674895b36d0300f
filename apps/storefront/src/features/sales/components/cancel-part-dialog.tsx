import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { FieldError } from '~/components/field';
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
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Cancel ${order.number}?`}
      description={
        order.complete
          ? `The buyer gets ${share} back, and the goods return to your stock. This cannot be undone.`
          : 'It is not paid yet. The goods return to your stock. This cannot be undone.'
      }
      footer={
        <>
          <Button variant="secondary" onClick={() => onOpenChange(false)}>
            Keep the order
          </Button>
          <Button
            variant="danger"
            loading={cancel.isPending}
            onClick={() => cancel.mutate({ order, part }, { onSuccess: done })}
          >
            {order.complete ? 'Cancel and refund' : 'Cancel the order'}
          </Button>
        </>
      }
    >
      {cancel.error && <FieldError id="cancel-part-error">{cancel.error.message}</FieldError>}
    </Dialog>
  );
}
