import { LIMITS } from '@souk/contracts';
import type { AddressDto } from '@souk/contracts/addresses.dto';
import type { ComponentProps } from 'react';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { Field } from '~/components/field';
import { FormErrorSummary } from '~/components/form-error-summary';
import { Input, Select } from '~/components/input';
import { COUNTRIES, likelyCountry } from '~/lib/countries';
import { useSubmitForm } from '~/lib/form';
import { inputOf, useChangeAddress, useKeepAddress, valuesOf, type AddressValues } from '../api/addresses';

interface AddressDialogProps {
  /** null: a new one. */
  address: AddressDto | null;
  opener: ComponentProps<typeof Dialog>['opener'];
  onClose: () => void;
}

const FORM = 'address';

export function AddressDialog({ address, opener, onClose }: AddressDialogProps) {
  const keep = useKeepAddress();
  const change = useChangeAddress();
  const form = useSubmitForm<AddressValues>({
    defaultValues: address
      ? valuesOf(address)
      : { name: '', address: '', city: '', state: '', zipcode: '', country: likelyCountry() },
    onSubmit: async (values) => {
      const input = inputOf(values);
      if (address) await change.mutateAsync({ id: address.id, change: input });
      else await keep.mutateAsync(input);
      onClose();
    },
  });
  const { register } = form;
  const { errors, isSubmitting } = form.formState;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      opener={opener}
      title={address ? 'Edit address' : 'New address'}
      description="Orders that you have placed keep the address that they were sent to."
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" form={FORM} loading={isSubmitting}>
            Save address
          </Button>
        </>
      }
    >
      <form
        id={FORM}
        noValidate
        className="grid gap-5 sm:grid-cols-2"
        onSubmit={(event) => void form.submit(event)}
      >
        <div className="empty:hidden sm:col-span-2">
          <FormErrorSummary form={form} />
        </div>
        <Field label="Full name" error={errors.name?.message} className="sm:col-span-2">
          <Input
            autoComplete="name"
            maxLength={LIMITS.recipient.max}
            {...register('name', { required: 'Enter who receives the parcel.' })}
          />
        </Field>
        <Field label="Street and number" error={errors.address?.message} className="sm:col-span-2">
          <Input
            autoComplete="address-line1"
            maxLength={LIMITS.address.max}
            {...register('address', { required: 'Enter street and number.' })}
          />
        </Field>
        <Field label="Postal code" error={errors.zipcode?.message}>
          <Input
            autoComplete="postal-code"
            maxLength={LIMITS.zipcode.max}
            {...register('zipcode', { required: 'Enter the postal code.' })}
          />
        </Field>
        <Field label="City" error={errors.city?.message}>
          <Input
            autoComplete="address-level2"
            maxLength={LIMITS.city.max}
            {...register('city', { required: 'Enter the city.' })}
          />
        </Field>
        <Field label="State or province" optional error={errors.state?.message}>
          <Input autoComplete="address-level1" maxLength={LIMITS.state.max} {...register('state')} />
        </Field>
        <Field label="Country" error={errors.country?.message}>
          <Select autoComplete="country" {...register('country', { required: 'Choose the country.' })}>
            {COUNTRIES.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      </form>
    </Dialog>
  );
}
