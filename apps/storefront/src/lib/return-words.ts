import type { ReturnReason, ReturnStatus } from '@souk/contracts';

export const RETURN_REASON_WORDS: Record<ReturnReason, string> = {
  damaged: 'It arrived damaged',
  wrong_item: 'It is not what was ordered',
  not_as_described: 'It is not as described',
  does_not_fit: 'It does not fit',
  changed_mind: 'It is not wanted any more',
  other: 'Another reason',
};

export const RETURN_STATUS_WORDS: Record<
  ReturnStatus,
  { label: string; tone: 'accent' | 'success' | 'danger' | 'neutral' }
> = {
  requested: { label: 'Waiting for an answer', tone: 'accent' },
  accepted: { label: 'Accepted', tone: 'success' },
  refused: { label: 'Refused', tone: 'danger' },
  withdrawn: { label: 'Withdrawn', tone: 'neutral' },
};
