import type { ImportStatus } from '@souk/contracts';
import type { ComponentProps } from 'react';
import { Badge } from '~/components/badge';

const STATUS: Record<ImportStatus, { label: string; tone: ComponentProps<typeof Badge>['tone'] }> = {
  queued: { label: 'Waiting', tone: 'neutral' },
  running: { label: 'Running', tone: 'action' },
  done: { label: 'Done', tone: 'success' },
  failed: { label: 'Failed', tone: 'danger' },
  undone: { label: 'Undone', tone: 'neutral' },
};

interface ImportStatusBadgeProps {
  status: ImportStatus;
  /** What runs is the undo. */
  undoing: boolean;
}

export const ImportStatusBadge = ({ status, undoing }: ImportStatusBadgeProps) => (
  <Badge tone={STATUS[status].tone}>
    {undoing && status === 'running' ? 'Undoing' : STATUS[status].label}
  </Badge>
);
