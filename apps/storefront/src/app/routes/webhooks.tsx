import { LIMITS } from '@souk/contracts';
import { useQuery } from '@tanstack/react-query';
import { Webhook } from 'lucide-react';
import { useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { Page } from '~/components/page';
import { Loading, Skeleton } from '~/components/skeleton';
import { EmptyState, ErrorState } from '~/components/states';
import { useCreateWebhook, webhooksQuery } from '~/features/webhooks/api/webhooks';
import { NewSecret } from '~/features/webhooks/components/new-secret';
import { WebhookList } from '~/features/webhooks/components/webhook-list';
import { WebhookSheet } from '~/features/webhooks/components/webhook-sheet';

/** In the dashboard for vendors, beside the profile for others. */
export function Component() {
  const base = useLocation().pathname.replace(/\/$/, '');
  const { data, error, refetch } = useQuery(webhooksQuery);
  const create = useCreateWebhook();
  const [adding, setAdding] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const webhooks = data?.items;
  const hasRoom = webhooks !== undefined && webhooks.length < LIMITS.webhooks.max;
  return (
    <Page
      title="Webhooks"
      lead="Addresses of your programs that are told what happens, as it happens."
      actions={
        hasRoom && (
          <Button ref={opener} onClick={() => setAdding(true)}>
            Add webhook
          </Button>
        )
      }
    >
      {error && !data && (
        <ErrorState error={error} title="Your webhooks could not be loaded" onRetry={() => void refetch()} />
      )}
      {!error && !data && (
        <Loading label="Loading webhooks" className="flex flex-col gap-3">
          <Skeleton className="h-28 rounded-lg" />
          <Skeleton className="h-28 rounded-lg" />
        </Loading>
      )}
      {webhooks?.length === 0 && (
        <EmptyState
          icon={Webhook}
          title="No program is told yet"
          action={<Button onClick={() => setAdding(true)}>Add a webhook</Button>}
        >
          Your accounting, your warehouse or a script of yours hears of orders without asking for them.
        </EmptyState>
      )}
      {webhooks && webhooks.length > 0 && <WebhookList webhooks={webhooks} base={base} />}
      {webhooks && !hasRoom && (
        <p className="text-muted">{LIMITS.webhooks.max} webhooks is the most. Delete one to add another.</p>
      )}
      {webhooks && <FeedNote />}
      {adding && (
        <WebhookSheet
          webhook={null}
          onClose={() => setAdding(false)}
          onSave={async (input) => {
            const made = await create.mutateAsync(input);
            setAdding(false);
            setSecret(made.secret);
          }}
        />
      )}
      {secret && <NewSecret secret={secret} opener={opener} onClose={() => setSecret(null)} />}
    </Page>
  );
}

const FeedNote = () => (
  <SectionCard
    title="Or ask for them"
    description="The same events of the last 30 days, with the same ids, in the order in which they were noted: for programs that no request can reach, and for what was missed."
  >
    <code className="block rounded-md bg-sunken p-3.5 break-all">GET /api/events?after=0</code>
    <p>
      <a href="/api/docs" className="text-action underline underline-offset-4">
        Reference of the API
      </a>
    </p>
  </SectionCard>
);
