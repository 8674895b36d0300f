import type { ApiKeyDto } from '@souk/contracts/api-keys.dto';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { FieldError } from '~/components/field';
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
    <Dialog
      open
      onOpenChange={onClose}
      title={`Revoke ${name}?`}
      description="Programs that use this key are refused at once. This cannot be undone."
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Keep it
          </Button>
          <Button variant="danger" loading={revoke.isPending} onClick={confirm}>
            Revoke key
          </Button>
        </>
      }
    >
      {revoke.error && <FieldError id="revoke-key-error">{revoke.error.message}</FieldError>}
    </Dialog>
  );
}
