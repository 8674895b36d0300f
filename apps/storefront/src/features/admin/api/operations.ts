import type { DeliveryStatus, JobStatus, MailStatus, PostStatus } from '@souk/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';

const PAGE = 20;

export const jobsQuery = (status?: JobStatus) =>
  listQuery(['admin', 'jobs', status], (cursor, signal) =>
    unwrap(api.GET('/api/admin/jobs', { params: { query: { status, cursor, limit: PAGE } }, signal })),
  );

export const postsQuery = (status?: PostStatus) =>
  listQuery(['admin', 'posts', status], (cursor, signal) =>
    unwrap(
      api.GET('/api/admin/social-posts', { params: { query: { status, cursor, limit: PAGE } }, signal }),
    ),
  );

/** @param to the whole address that they were written to */
export const mailsQuery = (status?: MailStatus, to?: string) =>
  listQuery(['admin', 'mails', status, to], (cursor, signal) =>
    unwrap(api.GET('/api/admin/mails', { params: { query: { status, to, cursor, limit: PAGE } }, signal })),
  );

export const deliveriesQuery = (status?: DeliveryStatus) =>
  listQuery(['admin', 'deliveries', status], (cursor, signal) =>
    unwrap(
      api.GET('/api/admin/webhook-deliveries', {
        params: { query: { status, cursor, limit: PAGE } },
        signal,
      }),
    ),
  );

const PATHS = {
  jobs: '/api/admin/jobs/{id}/retry',
  posts: '/api/admin/social-posts/{id}/retry',
  deliveries: '/api/admin/webhook-deliveries/{id}/redeliver',
} as const;
export type Retried = keyof typeof PATHS;

/** What is tried again may be done a moment later, so all lists are asked anew. */
export function useRetry(kind: Retried, id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => void (await unwrap(api.POST(PATHS[kind], { params: { path: { id } } }))),
    onSettled: () => queries.invalidateQueries({ queryKey: ['admin'] }),
  });
}
