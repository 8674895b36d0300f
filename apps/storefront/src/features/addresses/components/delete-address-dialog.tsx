import type { AddressDto } from '@souk/contracts/addresses.dto';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { FieldError } from '~/components/field';
import { useDeleteAddress } from '../api/addresses';

interface DeleteAddressDialogProps {
  address: AddressDto;
  onClose: () => void;
}

export function DeleteAddressDialog({ address: saved, onClose }: DeleteAddressDialogProps) {
  const { id, name, address, city } = saved;
  const remove = useDeleteAddress();
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Delete this address?"
      description={`${name}, ${address}, ${city}. Orders that you have placed keep it.`}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Keep it
          </Button>
          <Button
            variant="danger"
            loading={remove.isPending}
            onClick={() => remove.mutate(id, { onSuccess: onClose })}
          >
            Delete address
          </Button>
        </>
      }
    >
      {remove.error && <FieldError id="delete-address-error">{remove.error.message}</FieldError>}
    </Dialog>
  );
}
