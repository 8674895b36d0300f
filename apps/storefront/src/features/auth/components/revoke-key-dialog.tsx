import type { ApiKeyDto } from '@souk/contracts/api-keys.dto';
import { ConfirmDialog } from '~/components/confirm-dialog';
import { toast } from '~/components/toast';
import { useRevokeKey } from '../api/keys';

interface RevokeKeyDialogProps {
  apiKey: ApiKeyDto;
  onClose: () => void;
}

export function RevokeKeyDialog({ apiKey: { id, name }, onClose }: RevokeKeyDialogProps) {
  const revoke = useRevokeKey();
  const confirm = () =>
    revoke.mutate(id, {
      onSuccess: () => {
        toast.success(`${name} is revoked`);
        onClose();
      },
    });
  return (
    <ConfirmDialog
      onClose={onClose}
      title={`Revoke ${name}?`}
      description="Programs that use this key are refused at once. This cannot be undone."
      confirm="Revoke key"
      action={revoke}
      onConfirm={confirm}
    />
  );
}
