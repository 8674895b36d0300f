import type { NotificationAudience } from '@souk/contracts';
import { useQuery } from '@tanstack/react-query';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Page } from '~/components/page';
import { Loading, Skeleton } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { preferencesQuery } from '~/features/notifications/api/preferences';
import { PreferenceTable } from '~/features/notifications/components/preference-table';

const SECTIONS: { audience: NotificationAudience; title: string; description: string }[] = [
  {
    audience: 'buyer',
    title: 'Your account and what you buy',
    description: 'Mails that belong to an order always go out.',
  },
  {
    audience: 'vendor',
    title: 'What you sell',
    description: 'So that no order waits, and no shelf is empty.',
  },
];

export function Component() {
  const { data, error, refetch } = useQuery(preferencesQuery);
  return (
    <Page
      title="What you hear of"
      lead="Choose what rings the bell, and what is mailed to you. Changes are kept at once."
      narrow
      above={
        <Breadcrumbs
          items={[{ label: 'Notifications', to: '/notifications' }, { label: 'What you hear of' }]}
        />
      }
    >
      {!data && error && (
        <ErrorState error={error} title="Your choices could not be loaded" onRetry={() => void refetch()} />
      )}
      {!data && !error && (
        <Loading label="Loading your choices" className="flex flex-col gap-6">
          <Skeleton className="h-96 rounded-lg" />
        </Loading>
      )}
      {data &&
        SECTIONS.map(({ audience, ...section }) => {
          const preferences = data.items.filter((one) => one.audience === audience);
          return (
            preferences.length > 0 && (
              <PreferenceTable key={audience} {...section} preferences={preferences} />
            )
          );
        })}
    </Page>
  );
}
