import type { AddressDto } from '@souk/contracts/addresses.dto';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { Loading, Skeleton } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { toast } from '~/components/toast';
import { countryName } from '~/lib/countries';
import { addressesQuery, useChangeAddress } from '../api/addresses';
import { AddressDialog } from './address-dialog';
import { DeleteAddressDialog } from './delete-address-dialog';

/** Where the user's orders go. */
export function AddressBookSection() {
  const { data, error, refetch } = useQuery(addressesQuery);
  const [editing, setEditing] = useState<AddressDto | 'new' | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <SectionCard
      title="Addresses"
      description="Choose one at the checkout instead of typing it."
      actions={
        <Button ref={opener} variant="secondary" size="sm" onClick={() => setEditing('new')}>
          New address
        </Button>
      }
    >
      {error && !data && (
        <ErrorState
          error={error}
          title="Your addresses could not be loaded"
          onRetry={() => void refetch()}
          className="py-6"
        />
      )}
      {!error && !data && (
        <Loading label="Loading addresses">
          <Skeleton className="w-1/2" />
        </Loading>
      )}
      {data?.items.length === 0 && (
        <p className="text-muted">None yet. Add one here, or save it when you order.</p>
      )}
      {data && data.items.length > 0 && (
        <ul aria-label="Addresses" className="flex flex-col divide-y divide-line">
          {data.items.map((address) => (
            <AddressRow key={address.id} address={address} onEdit={() => setEditing(address)} />
          ))}
        </ul>
      )}
      {editing && (
        <AddressDialog
          address={editing === 'new' ? null : editing}
          opener={opener}
          onClose={() => setEditing(null)}
        />
      )}
    </SectionCard>
  );
}

function AddressRow({ address: saved, onEdit }: { address: AddressDto; onEdit: () => void }) {
  const { id, name, address, zipcode, city, state, country, isDefault } = saved;
  const change = useChangeAddress();
  const [deleting, setDeleting] = useState(false);
  const label = `${name}, ${address}`;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-3 first:pt-0 last:pb-0">
      <div className="flex min-w-0 flex-col wrap-anywhere">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-medium">{name}</span>
          {isDefault && <Badge>Default</Badge>}
        </p>
        <p className="text-muted">
          {address}, {[zipcode, city, state].filter(Boolean).join(' ')}, {countryName(country)}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {!isDefault && (
          <Button
            variant="secondary"
            size="sm"
            loading={change.isPending}
            aria-label={`Make ${label} the default`}
            onClick={() =>
              change.mutate(
                { id, change: { isDefault: true } },
                { onError: ({ message }) => toast.error(message) },
              )
            }
          >
            Make default
          </Button>
        )}
        <Button variant="secondary" size="sm" aria-label={`Edit ${label}`} onClick={onEdit}>
          Edit
        </Button>
        <Button
          variant="secondary"
          size="sm"
          className="text-danger"
          aria-label={`Delete ${label}`}
          onClick={() => setDeleting(true)}
        >
          Delete
        </Button>
      </div>
      {deleting && <DeleteAddressDialog address={saved} onClose={() => setDeleting(false)} />}
    </li>
  );
}
