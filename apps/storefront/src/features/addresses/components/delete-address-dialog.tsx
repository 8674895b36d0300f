import type { AddressDto } from '@souk/contracts/addresses.dto';
import { ConfirmDialog } from '~/components/confirm-dialog';
import { useDeleteAddress } from '../api/addresses';

interface DeleteAddressDialogProps {
  address: AddressDto;
  onClose: () => void;
}

export function DeleteAddressDialog({ address: saved, onClose }: DeleteAddressDialogProps) {
  const { id, name, address, city } = saved;
  const remove = useDeleteAddress();
  return (
    <ConfirmDialog
      onClose={onClose}
      title="Delete this address?"
      description={`${name}, ${address}, ${city}. Orders that you have placed keep it.`}
      confirm="Delete address"
      action={remove}
      onConfirm={() => remove.mutate(id, { onSuccess: onClose })}
    />
  );
}
