import { useState } from 'react';
import { Checkbox } from '~/components/choice';
import { formatNumber } from '~/lib/format';

interface FilterCheckboxProps {
  /** As the URL has it. */
  checked: boolean;
  /** How many products it would leave; undefined until that is known. */
  count: number | undefined;
  onChange: (checked: boolean) => void;
  children: string;
}

/** Answers at once: the URL follows a moment later, in which a box that waits for it would flicker. */
export function FilterCheckbox({ checked, count, onChange, children }: FilterCheckboxProps) {
  const [shown, setShown] = useState(checked);
  const [known, setKnown] = useState(checked);
  if (checked !== known) {
    setKnown(checked);
    setShown(checked);
  }
  return (
    <Checkbox
      checked={shown}
      onChange={({ target }) => {
        setShown(target.checked);
        onChange(target.checked);
      }}
      className="flex min-h-7 touch:min-h-11 [&>span:last-child]:min-w-0 [&>span:last-child]:flex-1"
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 wrap-anywhere">{children}</span>
        {count !== undefined && (
          <span className="text-sm text-muted tabular-nums">{formatNumber(count)}</span>
        )}
      </span>
    </Checkbox>
  );
}
