import type { WebhookDto } from '@souk/contracts/webhooks.dto';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { FieldError } from '~/components/field';
import { toast } from '~/components/toast';
import { useDeleteWebhook } from '../api/webhooks';
import { nameOf } from '../model/words';

interface DeleteWebhookDialogProps {
  webhook: WebhookDto;
  onClose: () => void;
  onDeleted?: () => void;
}

export function DeleteWebhookDialog({ webhook, onClose, onDeleted }: DeleteWebhookDialogProps) {
  const remove = useDeleteWebhook();
  const confirm = () =>
    remove.mutate(webhook, {
      onSuccess: () => {
        toast.success(`${nameOf(webhook)} is deleted`);
        onClose();
        onDeleted?.();
      },
    });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Delete ${nameOf(webhook)}?`}
      description="Nothing is sent to it any more, and what was sent is forgotten. Events stay in the feed."
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Keep it
          </Button>
          <Button variant="danger" loading={remove.isPending} onClick={confirm}>
            Delete webhook
          </Button>
        </>
      }
    >
      {remove.error && <FieldError id="delete-webhook-error">{remove.error.message}</FieldError>}
    </Dialog>
  );
}
