import { LIMITS } from '@souk/contracts';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { Field } from '~/components/field';
import { FormErrorSummary } from '~/components/form-error-summary';
import { Input } from '~/components/input';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { atMost, orNull } from '~/lib/rules';
import { type PartOf, useShipPart } from '../api/sales';
import { CarrierField } from './carrier-field';

interface ShipDialogProps {
  of: PartOf;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

export function ShipDialog({ of, open, onOpenChange }: ShipDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Ship ${of.order.number}`}
      description={`The buyer is told by e-mail, with the tracking number if there is one.`}
    >
      <ShipForm of={of} onDone={() => onOpenChange(false)} />
    </Dialog>
  );
}

function ShipForm({ of, onDone }: { of: PartOf; onDone: () => void }) {
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
      onDone();
    },
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <form onSubmit={form.submit} noValidate className="flex flex-col gap-5">
      <FormErrorSummary form={form} />
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
      <div className="flex flex-wrap justify-end gap-3">
        <Button variant="secondary" onClick={onDone}>
          Not yet
        </Button>
        <Button type="submit" loading={isSubmitting}>
          Mark as shipped
        </Button>
      </div>
    </form>
  );
}
