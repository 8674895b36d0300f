import { LIMITS } from '@souk/contracts';
import type { ReactNode } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { Field } from '~/components/field';
import { Input, Select } from '~/components/input';
import { COUNTRIES } from '~/lib/countries';
import type { CheckoutValues } from './checkout-values';

type Address = CheckoutValues['shippingAddress'];

/** Puts a choice of saved addresses around the fields of a new one. */
export type RenderSaved = (
  current: Address,
  fill: (address: Address) => void,
  fields: ReactNode,
) => ReactNode;

interface DeliveryAddressProps {
  form: UseFormReturn<CheckoutValues>;
  /** null for guests, who have none. */
  renderSaved: RenderSaved | null;
}

export function DeliveryAddress({ form, renderSaved }: DeliveryAddressProps) {
  const current = useWatch({ control: form.control, name: 'shippingAddress' });
  const fill = (address: Address) => {
    // one by one: set as a whole, the fields that are shown keep what they had
    for (const key of Object.keys(address) as (keyof Address)[]) {
      form.setValue(`shippingAddress.${key}`, address[key], { shouldValidate: form.formState.isSubmitted });
    }
  };
  const fields = <AddressFields form={form} />;
  return renderSaved ? renderSaved(current, fill, fields) : fields;
}

function AddressFields({ form }: { form: UseFormReturn<CheckoutValues> }) {
  const { register } = form;
  const errors = form.formState.errors.shippingAddress;
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field label="Full name" error={errors?.name?.message} className="sm:col-span-2">
        <Input
          autoComplete="shipping name"
          maxLength={LIMITS.recipient.max}
          {...register('shippingAddress.name', { required: 'Enter who receives the parcel.' })}
        />
      </Field>
      <Field label="Street and number" error={errors?.address?.message} className="sm:col-span-2">
        <Input
          autoComplete="shipping address-line1"
          maxLength={LIMITS.address.max}
          {...register('shippingAddress.address', { required: 'Enter street and number.' })}
        />
      </Field>
      <Field label="Postal code" error={errors?.zipcode?.message}>
        <Input
          autoComplete="shipping postal-code"
          maxLength={LIMITS.zipcode.max}
          {...register('shippingAddress.zipcode', { required: 'Enter the postal code.' })}
        />
      </Field>
      <Field label="City" error={errors?.city?.message}>
        <Input
          autoComplete="shipping address-level2"
          maxLength={LIMITS.city.max}
          {...register('shippingAddress.city', { required: 'Enter the city.' })}
        />
      </Field>
      <Field label="State or province" optional error={errors?.state?.message}>
        <Input
          autoComplete="shipping address-level1"
          maxLength={LIMITS.state.max}
          {...register('shippingAddress.state')}
        />
      </Field>
      <CountryField form={form} />
    </div>
  );
}

/** Alone where nothing is shipped, but taxed. */
export function CountryField({ form: { register, formState } }: { form: UseFormReturn<CheckoutValues> }) {
  return (
    <Field label="Country" error={formState.errors.shippingAddress?.country?.message}>
      <Select autoComplete="shipping country" {...register('shippingAddress.country')}>
        {COUNTRIES.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
