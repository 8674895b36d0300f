import type { PartStatus } from '@souk/contracts';
import type { ComponentProps } from 'react';
import { Badge } from '~/components/badge';
import type { PartOf } from '../api/sales';

const STATUS: Record<PartStatus, { label: string; tone: ComponentProps<typeof Badge>['tone'] }> = {
  pending: { label: 'To ship', tone: 'accent' },
  shipped: { label: 'Shipped', tone: 'action' },
  delivered: { label: 'Delivered', tone: 'success' },
  returned: { label: 'Returned', tone: 'neutral' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
};

export function PartStatusBadge({ order, part }: PartOf) {
  if (part.status === 'pending' && !order.complete) return <Badge tone="neutral">Waiting for payment</Badge>;
  const { label, tone } = STATUS[part.status];
  return <Badge tone={tone}>{label}</Badge>;
}
