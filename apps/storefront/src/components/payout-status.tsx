import type { PayoutStatus } from '@souk/contracts';
import type { ComponentProps } from 'react';
import { Badge } from './badge';

const STATUS: Record<PayoutStatus, { label: string; tone: ComponentProps<typeof Badge>['tone'] }> = {
  pending: { label: 'On its way', tone: 'action' },
  paid: { label: 'Paid', tone: 'success' },
  failed: { label: 'Came back', tone: 'danger' },
};

export const PayoutStatusBadge = ({ status }: { status: PayoutStatus }) => (
  <Badge tone={STATUS[status].tone}>{STATUS[status].label}</Badge>
);
