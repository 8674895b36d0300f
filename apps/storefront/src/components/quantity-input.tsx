import { Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import { cn } from '~/lib/cn';

interface QuantityInputProps {
  /** Accessible name: "Quantity of Speckled mug". */
  label: string;
  value: number;
  min?: number;
  max: number;
  onChange: (value: number) => void;
  disabled?: boolean;
  className?: string;
}

const step =
  'flex size-11 items-center justify-center rounded-md text-ink hover:bg-sunken disabled:text-muted disabled:opacity-50';

/** What is typed counts once one leaves the field or presses Enter; it is brought into the range then. */
export function QuantityInput({
  label,
  value,
  min = 1,
  max,
  onChange,
  disabled,
  className,
}: QuantityInputProps) {
  const [typed, setTyped] = useState<string | null>(null);

  const change = (next: number) => {
    setTyped(null);
    const bounded = Math.min(max, Math.max(min, next));
    if (bounded !== value) onChange(bounded);
  };
  const commit = () => {
    if (typed !== null) change(/^\d+$/.test(typed.trim()) ? Number(typed) : value);
  };

  return (
    <div
      role="group"
      aria-label={label}
      className={cn('inline-flex items-center rounded-md border border-line-strong bg-surface', className)}
    >
      <button
        type="button"
        aria-label="One less"
        disabled={disabled || value <= min}
        onClick={() => change(value - 1)}
        className={step}
      >
        <Minus aria-hidden className="size-4" />
      </button>
      <input
        aria-label={label}
        inputMode="numeric"
        autoComplete="off"
        disabled={disabled}
        value={typed ?? value}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
        className="h-11 w-10 rounded-sm bg-transparent text-center font-medium tabular-nums"
      />
      <button
        type="button"
        aria-label="One more"
        disabled={disabled || value >= max}
        onClick={() => change(value + 1)}
        className={step}
      >
        <Plus aria-hidden className="size-4" />
      </button>
    </div>
  );
}
