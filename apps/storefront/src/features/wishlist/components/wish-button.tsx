import { Heart } from 'lucide-react';
import { cn } from '~/lib/cn';

interface WishButtonProps {
  /** Of the product. */
  name: string;
  wished: boolean;
  onToggle: () => void;
  className?: string;
}

/** A heart, full when the product is on the wish list. */
export function WishButton({ name, wished, onToggle, className }: WishButtonProps) {
  const label = wished ? `Remove ${name} from your wish list` : `Add ${name} to your wish list`;
  return (
    <button
      type="button"
      aria-label={label}
      title={wished ? 'Remove from your wish list' : 'Add to your wish list'}
      onClick={onToggle}
      className={cn(
        'touch-target flex size-9 items-center justify-center rounded-full bg-surface/90 text-ink shadow-float transition-colors hover:bg-surface hover:text-danger',
        wished && 'text-danger',
        className,
      )}
    >
      <Heart aria-hidden className={cn('size-4.5', wished && 'fill-current')} strokeWidth={1.75} />
    </button>
  );
}
