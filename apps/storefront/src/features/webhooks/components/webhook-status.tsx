import type { WebhookDto } from '@souk/contracts/webhooks.dto';
import { Badge } from '~/components/badge';

export function WebhookStatus({ webhook: { active, disabledAt } }: { webhook: WebhookDto }) {
  if (active) return <Badge tone="success">On</Badge>;
  return disabledAt ? <Badge tone="danger">Switched off by Souk</Badge> : <Badge>Off</Badge>;
}
