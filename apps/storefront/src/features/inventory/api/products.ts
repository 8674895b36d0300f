import { LIMITS } from '@souk/contracts';
import type { BulkChange, BulkReport } from '@souk/contracts/bulk.dto';
import type { MyProductQuery } from '@souk/contracts/product-query.dto';
import type { ProductDto, ProductPage } from '@souk/contracts/products.dto';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';

const PAGE = 50;

export type OwnProductFilter = Omit<MyProductQuery, 'limit' | 'cursor' | 'facets'>;

const page = (query: MyProductQuery, signal: AbortSignal) =>
  unwrap(api.GET('/api/products/my-products', { params: { query }, signal }));

/** The vendor's own products, hidden ones too, page after page. */
export const ownProductsQuery = (filter: OwnProductFilter) =>
  listQuery(['products', 'own', filter], (cursor, signal) =>
    page({ ...filter, cursor, limit: PAGE }, signal),
  );

/** The first few of such a list, and how many there are. */
export const fewOwnProductsQuery = (filter: OwnProductFilter, limit: number) =>
  queryOptions({
    queryKey: ['products', 'own-few', filter, limit],
    queryFn: ({ signal }) => page({ ...filter, limit }, signal),
  });

/** Ids of digital products with nothing to download, of the first hundred. */
export const withoutFileQuery = (store: number | undefined) =>
  queryOptions({
    ...fewOwnProductsQuery({ ...(store !== undefined && { store: [store] }), fileMissing: true }, 100),
    select: withoutFile,
  });

const withoutFile = ({ items, total }: ProductPage) => ({ ids: new Set(items.map(({ id }) => id)), total });

export const productQuery = (id: number) =>
  queryOptions({
    queryKey: ['products', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/products/{id}', { params: { path: { id } }, signal })),
  });

/** Lists and the stores' counts of products change with any product. */
export function useRefreshProducts() {
  const queries = useQueryClient();
  return (changed?: ProductDto) => {
    if (changed) queries.setQueryData(productQuery(changed.id).queryKey, changed);
    return Promise.all([
      queries.invalidateQueries({
        predicate: ({ queryKey: [noun, of, ...about] }) =>
          noun === 'products' && (of !== changed?.id || about.length > 0),
      }),
      queries.invalidateQueries({ queryKey: ['stores'] }),
      queries.invalidateQueries({ queryKey: ['categories'] }),
    ]);
  };
}

export function useSetProductActive() {
  const refresh = useRefreshProducts();
  return useMutation({
    mutationFn: ({ id, isActive }: Pick<ProductDto, 'id' | 'isActive'>) =>
      unwrap(api.PATCH('/api/products/{id}', { params: { path: { id } }, body: { isActive } })),
    onSuccess: (product) => refresh(product),
  });
}

/** Resolves with the copy, which is a draft. */
export function useDuplicateProduct() {
  const refresh = useRefreshProducts();
  return useMutation({
    mutationFn: (id: number) =>
      unwrap(api.POST('/api/products/{id}/duplicate', { params: { path: { id } } })),
    onSuccess: (product) => refresh(product),
  });
}

interface BulkInput {
  ids: readonly number[];
  change: BulkChange;
}

/** The same change for many; resolves with what became of each. */
async function bulkEdit({ ids, change }: BulkInput): Promise<BulkReport> {
  const [some, rest] = [ids.slice(0, LIMITS.bulk.max), ids.slice(LIMITS.bulk.max)];
  const body = { items: some.map((id) => ({ id })), change };
  const report = await unwrap(api.PATCH('/api/products/bulk', { body }));
  if (rest.length === 0) return report;
  const others = await bulkEdit({ ids: rest, change });
  return {
    items: [...report.items, ...others.items],
    succeeded: report.succeeded + others.succeeded,
    failed: report.failed + others.failed,
  };
}

export function useBulkEdit() {
  const refresh = useRefreshProducts();
  return useMutation({ mutationFn: bulkEdit, onSettled: () => refresh() });
}

export function useDeleteProduct() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => unwrap(api.DELETE('/api/products/{id}', { params: { path: { id } } })),
    onSuccess: (_, id) => {
      // Its own page may still stand for a moment, and must not ask for a product that is gone.
      void queries.invalidateQueries({ queryKey: productQuery(id).queryKey, refetchType: 'none' });
      void queries.invalidateQueries({ queryKey: ['stores'] });
      return queries.invalidateQueries({
        predicate: ({ queryKey: [noun, of] }) => noun === 'products' && of !== id,
      });
    },
  });
}
