import type { EarningsPeriod, LedgerKind } from '@souk/contracts';
import type { PayoutAccountInput } from '@souk/contracts/ledger.dto';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';

const PAGE = 20;
const of = (storeId: number) => ({ path: { id: storeId } });

/** Every store of the vendor that has a balance, closed ones too; known as one more list of stores. */
export const storeBalancesQuery = queryOptions({
  queryKey: ['stores', 'balances'],
  queryFn: ({ signal }) =>
    unwrap(api.GET('/api/stores/my-balances', { params: { query: { limit: 100 } }, signal })),
  select: ({ items }) => items,
});

export const balanceQuery = (storeId: number) =>
  queryOptions({
    queryKey: ['balance', storeId, 'now'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/stores/{id}/balance', { params: of(storeId), signal })),
  });

export const earningsQuery = (storeId: number, by: EarningsPeriod) =>
  queryOptions({
    queryKey: ['balance', storeId, 'earnings', by],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/stores/{id}/earnings', { params: { ...of(storeId), query: { by } }, signal })),
  });

/** Everything that moved the balance, newest first. */
export const entriesQuery = (storeId: number, kind?: LedgerKind) =>
  listQuery(['balance', storeId, 'entries', kind], (cursor, signal) =>
    unwrap(
      api.GET('/api/stores/{id}/ledger', {
        params: { ...of(storeId), query: { kind, cursor, limit: PAGE } },
        signal,
      }),
    ),
  );

export const statementsQuery = (storeId: number) =>
  queryOptions({
    queryKey: ['balance', storeId, 'statements'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/stores/{id}/statements', { params: of(storeId), signal })),
  });

export const payoutsQuery = (storeId: number) =>
  listQuery(['balance', storeId, 'payouts'], (cursor, signal) =>
    unwrap(
      api.GET('/api/stores/{id}/payouts', {
        params: { ...of(storeId), query: { cursor, limit: PAGE } },
        signal,
      }),
    ),
  );

/** The entries of a month, as a file. */
export const exportStatement = (storeId: number, month: string): Promise<Blob> =>
  unwrap(
    api.GET('/api/stores/{id}/statements/{month}/entries.csv', {
      params: { path: { id: storeId, month } },
      parseAs: 'blob',
    }),
  );

/** Asks for all that is available. */
export function useRequestPayout(storeId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/stores/{id}/payouts', { params: of(storeId) })),
    // also when it was refused: then somebody was faster
    onSettled: () => queries.invalidateQueries({ queryKey: ['balance', storeId] }),
  });
}

export function useSetPayoutAccount(storeId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PayoutAccountInput) =>
      unwrap(api.PUT('/api/stores/{id}/payout-account', { params: of(storeId), body })),
    onSuccess: (balance) => queries.setQueryData(balanceQuery(storeId).queryKey, balance),
  });
}
