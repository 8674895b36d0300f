import { useState } from 'react';
import { Checkbox } from '~/components/choice';

interface FilterCheckboxProps {
  /** As the URL has it. */
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: string;
}

/** Answers at once: the URL follows a moment later, in which a box that waits for it would flicker. */
export function FilterCheckbox({ checked, onChange, children }: FilterCheckboxProps) {
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
      className="min-h-7 touch:min-h-11"
    >
      {children}
    </Checkbox>
  );
}
