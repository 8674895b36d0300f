import type { ProductSort } from '@souk/contracts';
import { Select } from '~/components/input';
import { sortChoices } from '../sorts';

interface SortSelectProps {
  /** undefined: the API's own order. */
  value: ProductSort | undefined;
  searching: boolean;
  onChange: (sort: ProductSort | undefined) => void;
}

export function SortSelect({ value, searching, onChange }: SortSelectProps) {
  const choices = sortChoices(searching);
  const usual = choices[0]?.value;
  const known = choices.some((choice) => choice.value === value);
  return (
    <label className="ml-auto flex items-center gap-3">
      <span className="sr-only text-muted sm:not-sr-only">Sort by</span>
      <Select
        aria-label="Sort by"
        className="w-44"
        value={known ? value : usual}
        onChange={(event) => {
          const sort = choices.find((choice) => choice.value === event.target.value)?.value;
          onChange(sort === usual ? undefined : sort);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </Select>
    </label>
  );
}
