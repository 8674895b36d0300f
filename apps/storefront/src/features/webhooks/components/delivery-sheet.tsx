import type { DeliveryAttemptDto, DeliveryDetailDto } from '@souk/contracts/webhooks.dto';
import { useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { Sheet } from '~/components/dialog';
import { FieldError } from '~/components/field';
import { IconButton } from '~/components/icon-button';
import { Loading, Skeleton } from '~/components/skeleton';
import { ErrorState } from '~/components/states';
import { toast } from '~/components/toast';
import { formatDateTime } from '~/lib/format';
import { deliveryQuery, useRedeliver } from '../api/webhooks';
import { DELIVERY_LOOKS } from '../model/words';

interface DeliverySheetProps {
  webhookId: number;
  deliveryId: number;
  /** The webhook is on, so that it can be sent again. */
  isOn: boolean;
  onClose: () => void;
}

/** What was sent and what came back, each time. */
export function DeliverySheet({ webhookId, deliveryId, isOn, onClose }: DeliverySheetProps) {
  const { data, error, refetch } = useQuery(deliveryQuery(webhookId, deliveryId));
  const redeliver = useRedeliver(webhookId);
  return (
    <Sheet
      open
      onOpenChange={onClose}
      title={data ? `${data.eventType} ${data.eventId}` : 'Delivery'}
      description={isOn ? undefined : 'This webhook is off. Switch it on to send it again.'}
      className="max-w-2xl"
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Done
          </Button>
          {isOn && (
            <Button loading={redeliver.isPending} onClick={() => redeliver.mutate(deliveryId)}>
              Redeliver
            </Button>
          )}
        </>
      }
    >
      {error && !data && (
        <ErrorState
          error={error}
          title="The delivery could not be loaded"
          onRetry={() => void refetch()}
          className="py-6"
        />
      )}
      {!error && !data && (
        <Loading label="Loading the delivery" className="flex flex-col gap-4">
          <Skeleton className="w-1/3" />
          <Skeleton className="h-32 rounded-md" />
        </Loading>
      )}
      {redeliver.error && <FieldError id="redeliver-error">{redeliver.error.message}</FieldError>}
      {data && <Sent delivery={data} />}
    </Sheet>
  );
}

function Sent({ delivery }: { delivery: DeliveryDetailDto }) {
  const { status, reason, nextAttemptAt, requestBody, log } = delivery;
  const { tone, label } = DELIVERY_LOOKS[status];
  return (
    <div className="flex flex-col gap-6">
      <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={tone}>{label}</Badge>
        {status !== 'delivered' && reason && <span>{reason}</span>}
        {nextAttemptAt && <span className="text-muted">Next attempt {formatDateTime(nextAttemptAt)}</span>}
      </div>
      <section className="flex flex-col gap-2">
        <div className="flex items-center justify-between gap-3">
          <h3 className="font-medium">Body</h3>
          <IconButton icon={Copy} label="Copy the body as it is sent" onClick={() => copy(requestBody)} />
        </div>
        <Code>{indented(requestBody)}</Code>
      </section>
      <section className="flex flex-col gap-3">
        <h3 className="font-medium">{log.length === 0 ? 'Not sent yet' : 'Attempts, newest first'}</h3>
        {log.length > 0 && (
          <ol className="flex flex-col divide-y divide-line">
            {log.map((attempt) => (
              <Attempt key={attempt.sentAt} attempt={attempt} />
            ))}
          </ol>
        )}
      </section>
    </div>
  );
}

function Attempt({ attempt }: { attempt: DeliveryAttemptDto }) {
  const { sentAt, url, requestHeaders, responseStatus, responseBody, duration, reason } = attempt;
  const headers = Object.entries(requestHeaders).map(([name, value]) => `${name}: ${value}`);
  return (
    <li className="flex flex-col gap-2 py-4 first:pt-0 last:pb-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={reason ? 'danger' : 'success'}>{responseStatus ?? 'No answer'}</Badge>
        <span className="text-sm text-muted">
          {formatDateTime(sentAt)} · {duration} ms
        </span>
      </p>
      {reason && reason !== `It answered ${responseStatus}.` && <p>{reason}</p>}
      {responseBody && (
        <Labelled label="Answer">
          <Code>{indented(responseBody)}</Code>
        </Labelled>
      )}
      <Labelled label="Request">
        <Code>{[`POST ${url}`, ...headers].join('\n')}</Code>
      </Labelled>
    </li>
  );
}

const Labelled = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex flex-col gap-1">
    <p className="text-sm text-muted">{label}</p>
    {children}
  </div>
);

/** What is long scrolls, by the keyboard too. */
const Code = ({ children }: { children: string }) => (
  <pre
    tabIndex={0}
    className="max-h-80 overflow-y-auto rounded-md bg-sunken p-3.5 font-mono text-sm wrap-anywhere whitespace-pre-wrap"
  >
    {children}
  </pre>
);

/** To be read; what was signed has not a space more. */
function indented(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

const copy = (body: string) =>
  void navigator.clipboard.writeText(body).then(
    () => toast.success('The body is copied'),
    () => toast.error('Copy it by hand: select the body'),
  );
