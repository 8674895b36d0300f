import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

export const productQuery = (id: number) =>
  queryOptions({
    queryKey: ['products', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/products/{id}', { params: { path: { id } }, signal })),
  });
