import type { NotificationChannel } from '@souk/contracts';
import type {
  NotificationPreferenceDto,
  NotificationPreferenceInput,
  NotificationPreferencesDto,
} from '@souk/contracts/notifications.dto';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '~/components/toast';
import { api, unwrap } from '~/lib/api';

export const preferencesQuery = queryOptions({
  queryKey: ['notification-preferences'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/notifications/preferences', { signal })),
});

export interface Choice {
  kind: NotificationPreferenceDto['kind'];
  channel: NotificationChannel;
  wanted: boolean;
}

/** Shown at once, and taken back with a word when the server refuses. One after the other: each sends all of them. */
export function useChoose() {
  const queries = useQueryClient();
  const { queryKey } = preferencesQuery;
  const show = ({ kind, channel, wanted }: Choice) =>
    queries.setQueryData(
      queryKey,
      (now): NotificationPreferencesDto | undefined =>
        now && { items: now.items.map((one) => (one.kind === kind ? { ...one, [channel]: wanted } : one)) },
    );
  return useMutation({
    mutationKey: queryKey,
    scope: { id: 'notification-preferences' },
    mutationFn: (_: Choice) => {
      const items = queries.getQueryData(queryKey)?.items ?? [];
      return unwrap(api.PUT('/api/notifications/preferences', { body: { items: items.map(toInput) } }));
    },
    onMutate: async (choice) => {
      await queries.cancelQueries({ queryKey });
      show(choice);
    },
    onError: (error, choice) => {
      show({ ...choice, wanted: !choice.wanted });
      toast.error(error.message);
    },
    onSettled: () => {
      if (queries.isMutating({ mutationKey: queryKey }) === 1) return queries.invalidateQueries({ queryKey });
    },
  });
}

/** Mails that always go out are not for choosing. */
const toInput = ({
  kind,
  inApp,
  email,
  emailRequired,
}: NotificationPreferenceDto): NotificationPreferenceInput => ({
  kind,
  inApp,
  ...(email !== null && !emailRequired && { email }),
});
