import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';

const PAGE = 20;

export const stockHistoryQuery = (id: number) =>
  listQuery(['products', id, 'stock'], (cursor, signal) =>
    unwrap(
      api.GET('/api/products/{id}/stock-history', {
        params: { path: { id }, query: { cursor, limit: PAGE } },
        signal,
      }),
    ),
  );
