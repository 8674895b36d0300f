import type { AdminCategoryDto, CategoryInput } from '@souk/contracts/categories.dto';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

/** With hidden products counted too. */
export const adminCategoriesQuery = queryOptions({
  queryKey: ['admin', 'categories'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/admin/categories', { signal })),
  select: ({ items }) => items,
});

/** The tree is all over the shop. */
function useAct<Input, Output>(act: (input: Input) => Promise<Output>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: act, onSuccess: () => queries.invalidateQueries() }).mutateAsync;
}

export const useAddCategory = () =>
  useAct((body: CategoryInput) => unwrap(api.POST('/api/admin/categories', { body })));

interface OfCategory {
  id: number;
  reason?: string;
}

export const useRenameCategory = () =>
  useAct(({ id, ...body }: OfCategory & { name: string }) =>
    unwrap(api.POST('/api/admin/categories/{id}/rename', { params: { path: { id } }, body })),
  );

export const useMoveCategory = () =>
  useAct(({ id, ...body }: OfCategory & { parentId: number | null }) =>
    unwrap(api.POST('/api/admin/categories/{id}/move', { params: { path: { id } }, body })),
  );

export const useRemoveCategory = () =>
  useAct(({ id, ...body }: { id: number; into?: number; reason: string }) =>
    unwrap(api.POST('/api/admin/categories/{id}/remove', { params: { path: { id } }, body })),
  );

/** The tree without this category and what is below it: where it may go. */
export const without = (tree: readonly AdminCategoryDto[], id: number): AdminCategoryDto[] =>
  tree
    .filter((category) => category.id !== id)
    .map((category) => ({ ...category, children: without(category.children, id) }));

export function findById(tree: readonly AdminCategoryDto[], id: number | null): AdminCategoryDto | undefined {
  for (const category of tree) {
    const found = category.id === id ? category : findById(category.children, id);
    if (found) return found;
  }
  return undefined;
}
