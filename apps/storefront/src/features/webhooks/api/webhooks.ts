import type { DeliveryStatus } from '@souk/contracts';
import type { DeliveryDto, WebhookDto, WebhookInput } from '@souk/contracts/webhooks.dto';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';

const PAGE = 20;
/** What is on its way arrives, or fails, within seconds; other news need no haste. */
const SOON_MS = 1500;
const LATER_MS = 15_000;

/** All of them: ten at most. */
export const webhooksQuery = queryOptions({
  queryKey: ['webhooks', 'list'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/webhooks', { params: { query: { limit: 100 } }, signal })),
});

export const webhookQuery = (id: number) =>
  queryOptions({
    queryKey: ['webhooks', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/webhooks/{id}', { params: { path: { id } }, signal })),
    refetchInterval: LATER_MS,
  });

type Waiting = Pick<DeliveryDto, 'status' | 'attempts'>;
const isOnItsWay = ({ status, attempts }: Waiting) => status === 'waiting' && attempts === 0;
const pollFor = (deliveries: Waiting[] = []) => (deliveries.some(isOnItsWay) ? SOON_MS : LATER_MS);

/** Of one webhook, newest first; asked again and again, for they come by themselves. */
export const deliveriesQuery = (id: number, status: DeliveryStatus | undefined) =>
  infiniteQueryOptions({
    ...listQuery(['webhooks', id, 'deliveries', status ?? 'all'], (cursor, signal) =>
      unwrap(
        api.GET('/api/webhooks/{id}/deliveries', {
          params: { path: { id }, query: { status, cursor, limit: PAGE } },
          signal,
        }),
      ),
    ),
    refetchInterval: ({ state }) => pollFor(state.data?.pages.flatMap(({ items }) => items)),
  });

export const deliveryQuery = (id: number, deliveryId: number) =>
  queryOptions({
    queryKey: ['webhooks', id, 'deliveries', deliveryId],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/webhooks/{id}/deliveries/{deliveryId}', {
          params: { path: { id, deliveryId } },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => pollFor(state.data && [state.data]),
  });

/** Whatever was done, everything shown of webhooks is read anew. */
function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['webhooks'] });
}

export function useCreateWebhook() {
  return useMutation({
    mutationFn: (input: WebhookInput) => unwrap(api.POST('/api/webhooks', { body: input })),
    onSuccess: useRefresh(),
    // The secret stays nowhere once its dialog is closed.
    gcTime: 0,
  });
}

export function useChangeWebhook(id: number) {
  return useMutation({
    mutationFn: (change: Partial<WebhookInput>) =>
      unwrap(api.PATCH('/api/webhooks/{id}', { params: { path: { id } }, body: change })),
    onSettled: useRefresh(),
  });
}

export function useRotateSecret(id: number) {
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/webhooks/{id}/rotate-secret', { params: { path: { id } } })),
    onSuccess: useRefresh(),
    gcTime: 0,
  });
}

export function useDeleteWebhook() {
  return useMutation({
    mutationFn: ({ id }: WebhookDto) =>
      unwrap(api.DELETE('/api/webhooks/{id}', { params: { path: { id } } })),
    onSettled: useRefresh(),
  });
}

export function usePing(id: number) {
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/webhooks/{id}/test', { params: { path: { id } } })),
    onSettled: useRefresh(),
  });
}

export function useRedeliver(id: number) {
  return useMutation({
    mutationFn: (deliveryId: number) =>
      unwrap(
        api.POST('/api/webhooks/{id}/deliveries/{deliveryId}/redeliver', {
          params: { path: { id, deliveryId } },
        }),
      ),
    onSettled: useRefresh(),
  });
}
