import { DELIVERY_STATUSES, type DeliveryStatus } from '@souk/contracts';
import type { WebhookDto } from '@souk/contracts/webhooks.dto';
import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useCallback } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Button } from '~/components/button';
import { Select } from '~/components/input';
import { Page } from '~/components/page';
import { Loading, Skeleton } from '~/components/skeleton';
import { toast } from '~/components/toast';
import { usePing, webhookQuery } from '~/features/webhooks/api/webhooks';
import { DeliverySheet } from '~/features/webhooks/components/delivery-sheet';
import { DeliveryTable } from '~/features/webhooks/components/delivery-table';
import { DisabledNotice } from '~/features/webhooks/components/disabled-notice';
import { WebhookMenu } from '~/features/webhooks/components/webhook-menu';
import { WebhookStatus } from '~/features/webhooks/components/webhook-status';
import { DELIVERY_LOOKS, hearsOf, nameOf } from '~/features/webhooks/model/words';
import { formatDateTime } from '~/lib/format';
import { PageFailure } from '../page-failure';

export function Component() {
  const id = Number(useParams().id);
  const list = useLocation().pathname.replace(/\/[^/]*\/?$/, '');
  const { data, error, refetch } = useQuery(webhookQuery(id));
  if (data) return <WebhookPage webhook={data} list={list} />;
  if (!error) return <Waiting />;
  return (
    <PageFailure
      error={error}
      noun="webhook"
      others={{ label: 'All webhooks', to: list }}
      onRetry={() => void refetch()}
    />
  );
}

interface WebhookPageProps {
  webhook: WebhookDto;
  /** Where the others are. */
  list: string;
}

function WebhookPage({ webhook, list }: WebhookPageProps) {
  const navigate = useNavigate();
  const ping = usePing(webhook.id);
  const sendPing = () =>
    ping.mutate(undefined, {
      onSuccess: () => toast.success('A ping is on its way'),
      onError: (error) => toast.error(error.message),
    });
  const { active, url, formerSecretUntil } = webhook;
  return (
    <Page
      title={nameOf(webhook)}
      area="Webhooks"
      lead={<span className="text-base break-all">{url}</span>}
      above={<Breadcrumbs items={[{ label: 'Webhooks', to: list }, { label: nameOf(webhook) }]} />}
      actions={
        <>
          {active && (
            <Button variant="secondary" loading={ping.isPending} onClick={sendPing}>
              Send a ping
            </Button>
          )}
          <WebhookMenu webhook={webhook} onDeleted={() => void navigate(list, { replace: true })} />
        </>
      }
    >
      <DisabledNotice webhook={webhook} />
      <div className="flex flex-col gap-2 text-muted">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <WebhookStatus webhook={webhook} />
          {hearsOf(webhook)}
        </p>
        {formerSecretUntil && (
          <p className="flex gap-2 text-sm">
            <KeyRound aria-hidden className="mt-0.5 size-4 shrink-0" />
            Signed with the former secret too until {formatDateTime(formerSecretUntil)}
          </p>
        )}
      </div>
      <Deliveries webhook={webhook} />
    </Page>
  );
}

function Deliveries({ webhook: { id, active } }: { webhook: WebhookDto }) {
  const [params, setParams] = useSearchParams();
  const status = DELIVERY_STATUSES.find((known) => known === params.get('status'));
  const shown = Number(params.get('delivery')) || null;
  const change = useCallback(
    (name: string, value: string | null) =>
      setParams(
        (now) => {
          if (value) now.set(name, value);
          else now.delete(name);
          return now;
        },
        { preventScrollReset: true, replace: name === 'status' },
      ),
    [setParams],
  );
  const open = useCallback((deliveryId: number) => change('delivery', String(deliveryId)), [change]);
  return (
    <section aria-labelledby="deliveries" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="deliveries" className="font-display text-xl font-semibold">
          Deliveries
        </h2>
        <StatusChoice status={status} onChange={(value) => change('status', value)} />
      </div>
      <DeliveryTable webhookId={id} status={status} onOpen={open} />
      {shown && (
        <DeliverySheet
          webhookId={id}
          deliveryId={shown}
          isOn={active}
          onClose={() => change('delivery', null)}
        />
      )}
    </section>
  );
}

interface StatusChoiceProps {
  status: DeliveryStatus | undefined;
  onChange: (status: string | null) => void;
}

const StatusChoice = ({ status, onChange }: StatusChoiceProps) => (
  <Select
    aria-label="Status"
    className="w-44"
    value={status ?? ''}
    onChange={({ target }) => onChange(target.value || null)}
  >
    <option value="">Every status</option>
    {DELIVERY_STATUSES.map((each) => (
      <option key={each} value={each}>
        {DELIVERY_LOOKS[each].label}
      </option>
    ))}
  </Select>
);

const Waiting = () => (
  <Loading label="Loading the webhook" className="page flex flex-col gap-6 py-10">
    <Skeleton className="h-9 w-60" />
    <Skeleton className="h-80 rounded-lg" />
  </Loading>
);
