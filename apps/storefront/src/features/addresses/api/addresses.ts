import type { AddressDto, AddressPatch } from '@souk/contracts/addresses.dto';
import { countryCode } from '@souk/contracts/countries';
import type { ShippingAddressInput } from '@souk/contracts/orders.dto';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

/** As forms hold it. */
export interface AddressValues {
  name: string;
  address: string;
  city: string;
  state: string;
  zipcode: string;
  country: string;
}

/** The whole address book, newest first. */
export const addressesQuery = queryOptions({
  queryKey: ['addresses'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/addresses', { params: { query: { limit: 100 } }, signal })),
});

export const valuesOf = ({ name, address, city, state, zipcode, country }: AddressDto): AddressValues => ({
  ...{ name, address, city, zipcode },
  state: state ?? '',
  // programs may have kept its English name
  country: countryCode(country) ?? '',
});

export const inputOf = (values: AddressValues): ShippingAddressInput => ({
  ...values,
  state: values.state || null,
});

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: addressesQuery.queryKey });
}

export function useKeepAddress() {
  return useMutation({
    mutationFn: (body: ShippingAddressInput) => unwrap(api.POST('/api/addresses', { body })),
    onSettled: useRefresh(),
  });
}

export function useChangeAddress() {
  return useMutation({
    mutationFn: ({ id, change }: { id: number; change: AddressPatch }) =>
      unwrap(api.PATCH('/api/addresses/{id}', { params: { path: { id } }, body: change })),
    onSettled: useRefresh(),
  });
}

export function useDeleteAddress() {
  return useMutation({
    mutationFn: (id: number) => unwrap(api.DELETE('/api/addresses/{id}', { params: { path: { id } } })),
    onSettled: useRefresh(),
  });
}
