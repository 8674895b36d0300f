import type { PayoutStatus } from '@souk/contracts';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';

const PAGE = 20;

/** Of every store, or only of those that are owed something, or owe something. */
export const adminBalancesQuery = (only?: 'owed' | 'owing') =>
  listQuery(['admin', 'balances', only], (cursor, signal) =>
    unwrap(
      api.GET('/api/admin/balances', {
        params: { query: { ...(only && { [only]: true }), cursor, limit: PAGE } },
        signal,
      }),
    ),
  );

export const adminPayoutsQuery = (status?: PayoutStatus) =>
  listQuery(['admin', 'payouts', status], (cursor, signal) =>
    unwrap(api.GET('/api/admin/payouts', { params: { query: { status, cursor, limit: PAGE } }, signal })),
  );

/** Reads all books, so it is not repeated without need. */
export const verificationQuery = queryOptions({
  queryKey: ['admin', 'ledger', 'verification'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/admin/ledger/verify', { signal })),
  enabled: false,
});

export const commissionQuery = (storeId: number) =>
  queryOptions({
    queryKey: ['admin', 'commission', storeId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/admin/stores/{id}/commission', { params: { path: { id: storeId } }, signal })),
  });

/** What staff does with money shows in every list of it. */
function useAct<Input, Result>(mutationFn: (input: Input) => Promise<Result>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all([['admin'], ['balance']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
}

export const usePayOut = () =>
  useAct(({ storeId, ...body }: { storeId: number; account?: string }) =>
    unwrap(api.POST('/api/admin/stores/{id}/payouts', { params: { path: { id: storeId } }, body })),
  );

export const useConfirmPayout = (id: number) =>
  useAct((reference: string) =>
    unwrap(api.POST('/api/admin/payouts/{id}/confirm', { params: { path: { id } }, body: { reference } })),
  );

export const useRefusePayout = (id: number) =>
  useAct((reason: string) =>
    unwrap(api.POST('/api/admin/payouts/{id}/refuse', { params: { path: { id } }, body: { reason } })),
  );

export const useRetryPayout = (id: number) =>
  useAct(() => unwrap(api.POST('/api/admin/payouts/{id}/retry', { params: { path: { id } } })));

export const useSetCommission = (storeId: number) =>
  useAct((body: { rate: string | null; reason: string }) =>
    unwrap(api.POST('/api/admin/stores/{id}/commission', { params: { path: { id: storeId } }, body })),
  );
