import { useState } from 'react';
import { Button } from '~/components/button';
import { FilterCheckbox } from './filter-checkbox';
import { FilterGroup } from './filter-group';

interface Choice<T> {
  value: T;
  label: string;
  count: number;
  isChosen: boolean;
}

interface FilterChoicesProps<T> {
  title: string;
  choices: readonly Choice<T>[];
  onToggle: (value: T) => void;
}

const SHOWN = 6;

/** Values of which several can be chosen: those with most products, and all on demand. */
export function FilterChoices<T extends string | number>({
  title,
  choices,
  onToggle,
}: FilterChoicesProps<T>) {
  const [all, setAll] = useState(false);
  if (choices.length === 0) return null;
  const shown = choices.filter(({ isChosen }, index) => all || index < SHOWN || isChosen);
  return (
    <FilterGroup title={title}>
      <ul className="flex flex-col gap-1">
        {shown.map(({ value, label, count, isChosen }) => (
          <li key={value}>
            <FilterCheckbox checked={isChosen} count={count} onChange={() => onToggle(value)}>
              {label}
            </FilterCheckbox>
          </li>
        ))}
      </ul>
      {(all || shown.length < choices.length) && choices.length > SHOWN && (
        <Button
          variant="link"
          className="self-start text-sm"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? 'Show fewer' : `Show all ${choices.length}`}
        </Button>
      )}
    </FilterGroup>
  );
}
