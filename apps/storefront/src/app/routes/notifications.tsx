import { Settings2 } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { Button } from '~/components/button';
import { Page } from '~/components/page';
import { Tabs } from '~/components/tabs';
import { NotificationList } from '~/features/notifications/components/notification-list';

const TABS = [
  { value: 'all', label: 'All' },
  { value: 'unread', label: 'Unread' },
];

export function Component() {
  const [params, setParams] = useSearchParams();
  const shown = params.get('show') === 'unread' ? 'unread' : 'all';
  return (
    <Page
      title="Notifications"
      narrow
      actions={
        <Button asChild variant="secondary">
          <Link to="/notifications/preferences">
            <Settings2 aria-hidden strokeWidth={1.75} />
            Choose what you hear of
          </Link>
        </Button>
      }
    >
      <Tabs
        label="Notifications"
        value={shown}
        onChange={(value) => setParams(value === 'unread' ? { show: value } : {}, { replace: true })}
        tabs={TABS.map(({ value, label }) => ({
          ...{ value, label },
          content: <NotificationList unread={value === 'unread'} />,
        }))}
      />
    </Page>
  );
}
