import type { WebhookDto } from '@souk/contracts/webhooks.dto';
import { CircleAlert } from 'lucide-react';
import { Button } from '~/components/button';
import { toast } from '~/components/toast';
import { formatDate, plural } from '~/lib/format';
import { useChangeWebhook } from '../api/webhooks';
import { nameOf } from '../model/words';

/** For a webhook that the marketplace has switched off. */
export function DisabledNotice({ webhook }: { webhook: WebhookDto }) {
  const change = useChangeWebhook(webhook.id);
  if (webhook.active || !webhook.disabledAt) return null;
  const switchOn = () =>
    change.mutate(
      { active: true },
      {
        onSuccess: () => toast.success(`${nameOf(webhook)} is on`),
        onError: (error) => toast.error(error.message),
      },
    );
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg border border-line bg-danger-soft p-4">
      <CircleAlert aria-hidden className="size-5 shrink-0 text-danger" />
      <p className="min-w-0 flex-1 basis-64">
        Switched off {formatDate(webhook.disabledAt)}: {webhook.disabledReason} See to it, then switch it on
        again
        {webhook.waiting > 0 && `; ${plural(webhook.waiting, 'delivery goes', 'deliveries go')} out at once`}.
        What happened meanwhile is in the feed.
      </p>
      <Button variant="secondary" size="sm" loading={change.isPending} onClick={switchOn}>
        Switch on
      </Button>
    </div>
  );
}
