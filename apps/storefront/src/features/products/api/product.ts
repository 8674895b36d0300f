import type { ProductDto, ProductPage } from '@souk/contracts/products.dto';
import {
  type InfiniteData,
  type QueryClient,
  queryOptions,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

export const productQuery = (id: number) =>
  queryOptions({
    queryKey: ['products', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/products/{id}', { params: { path: { id } }, signal })),
  });

/** Stands at once where a list has shown the product, and is brought up to date. */
export function useProduct(id: number) {
  const queries = useQueryClient();
  return useQuery({ ...productQuery(id), placeholderData: () => listedProduct(queries, id) });
}

function listedProduct(queries: QueryClient, id: number): ProductDto | undefined {
  const rows = queries.getQueriesData<ProductPage>({ queryKey: ['products', 'row'] });
  const lists = queries.getQueriesData<InfiniteData<ProductPage>>({ queryKey: ['products', 'list'] });
  const pages = [...rows.map(([, page]) => page), ...lists.flatMap(([, list]) => list?.pages)];
  return pages.flatMap((page) => page?.items ?? []).find((product) => product.id === id);
}
