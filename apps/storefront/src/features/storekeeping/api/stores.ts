import type { StoreDto, StoreInput } from '@souk/contracts/stores.dto';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { upload } from '~/lib/upload';

export const storeQuery = (id: number) =>
  queryOptions({
    queryKey: ['stores', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/stores/{id}', { params: { path: { id } }, signal })),
  });

export interface StoreDraft {
  input: StoreInput;
  /** A new picture; null leaves the one there is. */
  logo: File | null;
  banner: File | null;
}

interface SaveStore extends StoreDraft {
  /** Null for a store that does not exist yet. */
  id: number | null;
  /** Told at once, before the pictures: a second try must not open the store again. */
  onSaved: (store: StoreDto) => void;
}

export function useSaveStore() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, input, logo, banner, onSaved }: SaveStore): Promise<StoreDto> => {
      let store = await (id === null
        ? unwrap(api.POST('/api/stores', { body: input }))
        : unwrap(api.PUT('/api/stores/{id}', { params: { path: { id } }, body: input })));
      onSaved(store);
      const pictures = `/api/stores/${store.id}`;
      if (logo) store = await upload<StoreDto>(`${pictures}/logo`, logo, { method: 'PUT' });
      if (banner) store = await upload<StoreDto>(`${pictures}/banner`, banner, { method: 'PUT' });
      return store;
    },
    onSuccess: (store) => queries.setQueryData(storeQuery(store.id).queryKey, store),
    onSettled: () => queries.invalidateQueries({ queryKey: ['stores'] }),
  });
}

export function useSetStoreActive() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, isActive }: { id: number; isActive: boolean }) =>
      unwrap(api.PATCH('/api/stores/{id}', { params: { path: { id } }, body: { isActive } })),
    onSuccess: (store) => queries.setQueryData(storeQuery(store.id).queryKey, store),
    onSettled: () => queries.invalidateQueries({ queryKey: ['stores'] }),
  });
}

export function useCloseStore() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: number) => unwrap(api.DELETE('/api/stores/{id}', { params: { path: { id } } })),
    onSuccess: async (_, id) => {
      // Its own page still stands for a moment, and must not ask for a store that is gone.
      void queries.invalidateQueries({ queryKey: storeQuery(id).queryKey, refetchType: 'none' });
      await Promise.all([
        queries.invalidateQueries({
          predicate: ({ queryKey: [noun, of] }) => noun === 'stores' && of !== id,
        }),
        queries.invalidateQueries({ queryKey: ['products'] }),
      ]);
    },
  });
}
