import { LIMITS } from '@souk/contracts';
import { Field } from '~/components/field';
import { FormDialog } from '~/components/form-dialog';
import { Input } from '~/components/input';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { atMost, orNull } from '~/lib/rules';
import { type PartOf, useShipPart } from '../api/sales';
import { CarrierField } from './carrier-field';

interface ShipDialogProps {
  of: PartOf;
  onClose: () => void;
}

export function ShipDialog({ of, onClose }: ShipDialogProps) {
  const ship = useShipPart();
  const form = useSubmitForm({
    defaultValues: { carrier: of.part.carrier ?? '', trackingNumber: of.part.trackingNumber ?? '' },
    onSubmit: async ({ carrier, trackingNumber }) => {
      await ship.mutateAsync({
        order: of.order,
        shipment: {
          partId: of.part.id,
          carrier: orNull(carrier),
          trackingNumber: orNull(trackingNumber),
        },
      });
      toast.success(`${of.order.number} is shipped`);
      onClose();
    },
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={`Ship ${of.order.number}`}
      description="The buyer is told by e-mail, with the tracking number if there is one."
      submit="Mark as shipped"
      cancel="Not yet"
    >
      <CarrierField
        error={errors.carrier?.message}
        {...form.register('carrier', { maxLength: atMost(LIMITS.carrier.max) })}
      />
      <Field label="Tracking number" optional error={errors.trackingNumber?.message}>
        <Input
          autoComplete="off"
          {...form.register('trackingNumber', { maxLength: atMost(LIMITS.trackingNumber.max) })}
        />
      </Field>
    </FormDialog>
  );
}
