import { type ComponentProps, useId } from 'react';
import { Field } from '~/components/field';
import { Input } from '~/components/input';

interface CarrierFieldProps extends Omit<ComponentProps<typeof Input>, 'list'> {
  error?: string;
}

const CARRIERS = ['DHL', 'DPD', 'FedEx', 'GLS', 'Hermes', 'Royal Mail', 'UPS', 'USPS'];

/** Any carrier can be typed; the usual ones are offered. */
export function CarrierField({ error, ...input }: CarrierFieldProps) {
  const list = useId();
  return (
    <>
      <Field label="Carrier" optional error={error}>
        <Input {...input} list={list} autoComplete="off" />
      </Field>
      <datalist id={list}>
        {CARRIERS.map((carrier) => (
          <option key={carrier} value={carrier} />
        ))}
      </datalist>
    </>
  );
}
