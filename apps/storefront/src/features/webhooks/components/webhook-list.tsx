import type { WebhookDto } from '@souk/contracts/webhooks.dto';
import { Link } from 'react-router';
import { Card } from '~/components/card';
import { plural } from '~/lib/format';
import { hearsOf, nameOf } from '../model/words';
import { WebhookMenu } from './webhook-menu';
import { WebhookStatus } from './webhook-status';

interface WebhookListProps {
  webhooks: readonly WebhookDto[];
  /** Where the pages of single ones are. */
  base: string;
}

export const WebhookList = ({ webhooks, base }: WebhookListProps) => (
  <ul aria-label="Webhooks" className="flex flex-col gap-3">
    {webhooks.map((webhook) => (
      <li key={webhook.id}>
        <WebhookRow webhook={webhook} to={`${base}/${webhook.id}`} />
      </li>
    ))}
  </ul>
);

function WebhookRow({ webhook, to }: { webhook: WebhookDto; to: string }) {
  const { url, waiting, active, disabledReason } = webhook;
  return (
    <Card className="relative flex items-start justify-between gap-3 transition-colors hover:border-line-strong">
      <div className="flex min-w-0 flex-col gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Link to={to} className="font-medium wrap-anywhere after:absolute after:inset-0 after:rounded-lg">
            {nameOf(webhook)}
          </Link>
          <WebhookStatus webhook={webhook} />
        </p>
        <p className="text-sm break-all text-muted">{url}</p>
        <p className="text-sm text-muted">
          {hearsOf(webhook)}
          {waiting > 0 && ` · ${plural(waiting, 'delivery', 'deliveries')} to be sent`}
        </p>
        {!active && disabledReason && <p className="text-sm text-danger">{disabledReason}</p>}
      </div>
      <div className="relative z-10 -mt-1.5 -mr-2">
        <WebhookMenu webhook={webhook} />
      </div>
    </Card>
  );
}
