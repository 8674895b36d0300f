import type { StorePage } from '@souk/contracts/stores.dto';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

/** The vendor's own stores, inactive ones too. */
export const myStoresQuery = queryOptions({
  queryKey: ['stores', 'mine'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/stores/my-stores', { signal })),
  select: ({ items }) => items,
});

/** Of each of them: so many units are low. */
export const lowStockQuery = queryOptions({
  queryKey: myStoresQuery.queryKey,
  queryFn: myStoresQuery.queryFn,
  select: ({ items }: StorePage): ReadonlyMap<number, number> =>
    new Map(items.map(({ id, lowStockAt }) => [id, lowStockAt])),
});
