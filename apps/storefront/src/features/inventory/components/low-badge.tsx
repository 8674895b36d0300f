import { Badge } from '~/components/badge';

interface LowBadgeProps {
  left: number;
  /** The variant of which there is so little; narrow tables have no room for it. */
  variant?: string;
}

export function LowBadge({ left, variant }: LowBadgeProps) {
  return (
    <Badge tone={left === 0 ? 'danger' : 'accent'}>
      {variant && <span className="max-sm:sr-only">{`${variant}: `}</span>}
      {left === 0 ? 'Sold out' : `${left} left`}
    </Badge>
  );
}
