import type { WebhookDto } from '@souk/contracts/webhooks.dto';
import { ConfirmDialog } from '~/components/confirm-dialog';
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
    <ConfirmDialog
      onClose={onClose}
      title={`Delete ${nameOf(webhook)}?`}
      description="Nothing is sent to it any more, and what was sent is forgotten. Events stay in the feed."
      confirm="Delete webhook"
      action={remove}
      onConfirm={confirm}
    />
  );
}
