import type { AnnouncementDto } from '@souk/contracts/social.dto';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

export type Subject = 'stores' | 'products';

const MOVING: ReadonlySet<AnnouncementDto['status']> = new Set(['waiting', 'withdrawing']);
const EVERY_MS = 2000;

/** Asked again while it goes out. */
export const announcementQuery = (subject: Subject, id: number) =>
  queryOptions({
    queryKey: ['announcements', subject, id],
    queryFn: ({ signal }): Promise<AnnouncementDto> => {
      const options = { params: { path: { id } }, signal };
      return subject === 'stores'
        ? unwrap(api.GET('/api/stores/{id}/announcement', options))
        : unwrap(api.GET('/api/products/{id}/announcement', options));
    },
    refetchInterval: ({ state }) => (state.data && MOVING.has(state.data.status) ? EVERY_MS : false),
  });

export function usePostAnnouncement(subject: Subject, id: number) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (): Promise<AnnouncementDto> => {
      const options = { params: { path: { id } } };
      return subject === 'stores'
        ? unwrap(api.POST('/api/stores/{id}/announcement', options))
        : unwrap(api.POST('/api/products/{id}/announcement', options));
    },
    onSuccess: (announcement) => queries.setQueryData(announcementQuery(subject, id).queryKey, announcement),
    onError: () => queries.invalidateQueries({ queryKey: announcementQuery(subject, id).queryKey }),
  });
}

/** After what it tells of was changed. */
export function useRefreshAnnouncement(subject: Subject, id: number) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: announcementQuery(subject, id).queryKey });
}
