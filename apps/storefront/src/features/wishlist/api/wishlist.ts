import type { WishedProducts } from '@souk/contracts/wishlist.dto';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { announce } from '~/components/live-region';
import { toast } from '~/components/toast';
import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';

const WISH_LIST = ['wish-list'];

/** The list with its products, newest first. */
export const wishListQuery = listQuery([...WISH_LIST, 'page'], (cursor, signal) =>
  unwrap(api.GET('/api/wish-list', { params: { query: { cursor, limit: 24 } }, signal })),
);

/** Asked for apart, so that lists of products stay the same for everybody. */
const wishedQuery = queryOptions({
  queryKey: [...WISH_LIST, 'ids'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/wish-list/product-ids', { signal })),
});

const asSet = ({ productIds }: WishedProducts) => new Set(productIds);

/** Ids of the products on the own list; undefined until it is known. @param enabled somebody is signed in */
export const useWished = (enabled: boolean): Set<number> | undefined =>
  useQuery({ ...wishedQuery, enabled, select: asSet }).data;

interface WishChange {
  id: number;
  name: string;
  wished: boolean;
}

/** Shown at once, and taken back with a word when the server refuses. */
export function useChangeWish() {
  const queries = useQueryClient();
  const show = ({ id, wished }: WishChange) =>
    queries.setQueryData(wishedQuery.queryKey, (now) => {
      const others = (now?.productIds ?? []).filter((each) => each !== id);
      return { productIds: wished ? [id, ...others] : others };
    });
  return useMutation({
    mutationKey: WISH_LIST,
    mutationFn: async ({ id, wished }: WishChange) => {
      if (wished) await unwrap(api.POST('/api/wish-list', { body: { productId: id } }));
      else await unwrap(api.DELETE('/api/wish-list/{id}', { params: { path: { id } } }));
    },
    onMutate: async (change) => {
      await queries.cancelQueries({ queryKey: WISH_LIST });
      show(change);
      announce(`${change.wished ? 'Added to' : 'Removed from'} your wish list`);
    },
    onError: (error, change) => {
      show({ ...change, wished: !change.wished });
      toast.error(error.message);
    },
    onSettled: () => {
      // An answer that was asked for between two clicks would take the second one back.
      if (queries.isMutating({ mutationKey: WISH_LIST }) === 1)
        return queries.invalidateQueries({ queryKey: WISH_LIST });
    },
  });
}
