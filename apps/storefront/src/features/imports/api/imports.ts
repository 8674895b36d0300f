import type { ImportStatus } from '@souk/contracts';
import type { ImportDto } from '@souk/contracts/imports.dto';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';
import { upload } from '~/lib/upload';

const PAGE = 10;
const POLL_MS = 1000;
const LIST_POLL_MS = 3000;

export const isUnderWay = (status: ImportStatus): boolean => status === 'queued' || status === 'running';

/** A store's imports, newest first; asked again while one of them is under way. */
export const importsQuery = (storeId: number) =>
  infiniteQueryOptions({
    ...listQuery(['imports', storeId, 'list'], (cursor, signal) =>
      unwrap(
        api.GET('/api/stores/{id}/imports', {
          params: { path: { id: storeId }, query: { cursor, limit: PAGE } },
          signal,
        }),
      ),
    ),
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(({ status }) => isUnderWay(status)))
        ? LIST_POLL_MS
        : false,
  });

/** One import with its problems; asked again while it is under way. */
export const importQuery = (storeId: number, importId: number) =>
  queryOptions({
    queryKey: ['imports', storeId, importId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/stores/{id}/imports/{importId}', {
          params: { path: { id: storeId, importId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.status) ? POLL_MS : false),
  });

interface StartImport {
  storeId: number;
  file: File;
  /** Only checks the file. */
  dryRun: boolean;
  /** 0 to 1. */
  onProgress: (share: number) => void;
}

export function useStartImport() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ storeId, file, dryRun, onProgress }: StartImport) =>
      upload<ImportDto>(`/api/stores/${storeId}/imports`, file, {
        method: 'POST',
        fields: { dryRun: String(dryRun) },
        onProgress,
      }),
    onSuccess: (started, { storeId }) => {
      queries.setQueryData(importQuery(storeId, started.id).queryKey, started);
      return queries.invalidateQueries({ queryKey: importsQuery(storeId).queryKey });
    },
  });
}

/** Takes a whole import back; follow it like the import itself. */
export function useUndoImport(storeId: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (importId: number) =>
      unwrap(
        api.POST('/api/stores/{id}/imports/{importId}/undo', { params: { path: { id: storeId, importId } } }),
      ),
    onSuccess: (started) => {
      queries.setQueryData(importQuery(storeId, started.id).queryKey, started);
      return queries.invalidateQueries({ queryKey: importsQuery(storeId).queryKey });
    },
  });
}

/** What an import has changed is read anew. */
export function useRefreshAfterImport(storeId: number) {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [importsQuery(storeId).queryKey, ['products'], ['stores'], ['categories']])
      void queries.invalidateQueries({ queryKey });
  };
}

/** All products of a store as Shopify's CSV. */
export const exportProducts = (storeId: number): Promise<Blob> =>
  unwrap(api.GET('/api/stores/{id}/products.csv', { params: { path: { id: storeId } }, parseAs: 'blob' }));
