import type { AccountStatus, ListingStatus } from '@souk/contracts';
import { Badge } from '~/components/badge';

const LOOKS: Record<
  AccountStatus | ListingStatus,
  { label: string; tone: 'success' | 'neutral' | 'danger' }
> = {
  active: { label: 'Active', tone: 'success' },
  inactive: { label: 'Inactive', tone: 'neutral' },
  deactivated: { label: 'Deactivated', tone: 'danger' },
};

export const AdminStatus = ({ status }: { status: AccountStatus | ListingStatus }) => (
  <Badge tone={LOOKS[status].tone}>{LOOKS[status].label}</Badge>
);
