import { X } from 'lucide-react';

interface ChipProps {
  label: string;
  onRemove: () => void;
}

/** An active filter; the whole chip removes it. */
export function Chip({ label, onRemove }: ChipProps) {
  return (
    <button
      type="button"
      onClick={onRemove}
      aria-label={`Remove filter ${label}`}
      className="touch-target inline-flex h-8 items-center gap-1.5 rounded-full border border-line-strong bg-surface pr-2 pl-3 text-sm transition-colors hover:bg-sunken"
    >
      {label}
      <X aria-hidden className="size-4 text-muted" />
    </button>
  );
}
