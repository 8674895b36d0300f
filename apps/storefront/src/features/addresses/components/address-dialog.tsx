import { LIMITS } from '@souk/contracts';
import type { AddressDto } from '@souk/contracts/addresses.dto';
import type { RefObject } from 'react';
import { FormDialog } from '~/components/form-dialog';
import { Field } from '~/components/field';
import { Input, Select } from '~/components/input';
import { COUNTRIES, likelyCountry } from '~/lib/countries';
import { useSubmitForm } from '~/lib/form';
import { inputOf, useChangeAddress, useKeepAddress, valuesOf, type AddressValues } from '../api/addresses';

interface AddressDialogProps {
  /** null: a new one. */
  address: AddressDto | null;
  opener: RefObject<HTMLElement | null>;
  onClose: () => void;
}

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
  const { errors } = form.formState;
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      opener={opener}
      title={address ? 'Edit address' : 'New address'}
      description="Orders that you have placed keep the address that they were sent to."
      submit="Save address"
      className="grid sm:grid-cols-2"
    >
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
    </FormDialog>
  );
}
