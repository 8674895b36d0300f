import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { Checkbox } from '~/components/choice';
import { Field } from '~/components/field';
import { Select } from '~/components/input';
import { addressesQuery, valuesOf, type AddressValues } from '../api/addresses';

interface AddressChoiceProps {
  current: AddressValues;
  onFill: (address: AddressValues) => void;
  /** Whether a new one is kept for next time. */
  keeping: boolean;
  onKeeping: (keeping: boolean) => void;
  /** The fields of the address. */
  children: ReactNode;
}

/** Fills the fields with a saved address, or keeps the one that is typed into them. */
export function AddressChoice({ current, onFill, keeping, onKeeping, children }: AddressChoiceProps) {
  const saved = useQuery(addressesQuery).data?.items ?? [];
  const typed = useRef<AddressValues | null>(null);
  const chosen = saved.find((address) => isSame(valuesOf(address), current));
  useOffer(saved.find(({ isDefault }) => isDefault) ?? null, current, onFill);

  const choose = (id: number) => {
    if (!chosen) typed.current = current;
    const address = saved.find((each) => each.id === id);
    onFill(address ? valuesOf(address) : (typed.current ?? { ...EMPTY, country: current.country }));
  };
  return (
    <>
      {saved.length > 0 && (
        <Field label="Send it to">
          <Select value={chosen?.id ?? 0} onChange={({ target }) => choose(Number(target.value))}>
            {saved.map(({ id, name, address, city }) => (
              <option key={id} value={id}>
                {[name, address, city].join(', ')}
              </option>
            ))}
            <option value={0}>Another address</option>
          </Select>
        </Field>
      )}
      {children}
      {!chosen && (
        <Checkbox checked={keeping} onChange={({ target }) => onKeeping(target.checked)}>
          Save this address for next time
        </Checkbox>
      )}
    </>
  );
}

const EMPTY: AddressValues = { name: '', address: '', city: '', state: '', zipcode: '', country: '' };

const isSame = (one: AddressValues, other: AddressValues): boolean =>
  (Object.keys(EMPTY) as (keyof AddressValues)[]).every((key) => one[key].trim() === other[key].trim());

/** Fills in the default address once, where nothing is typed yet. */
function useOffer(
  address: Parameters<typeof valuesOf>[0] | null,
  current: AddressValues,
  onFill: (address: AddressValues) => void,
): void {
  const offered = useRef(false);
  useEffect(() => {
    if (!address || offered.current) return;
    offered.current = true;
    if (!current.address && !current.city && !current.zipcode) onFill(valuesOf(address));
  }, [address, current, onFill]);
}
