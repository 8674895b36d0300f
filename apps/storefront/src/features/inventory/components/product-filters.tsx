import { LIMITS } from '@souk/contracts';
import type { CategoryDto } from '@souk/contracts/categories.dto';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Field } from '~/components/field';
import { Input, Select } from '~/components/input';
import { type FilterParam, SORT_CHOICES, STATUS_CHOICES, STOCK_CHOICES } from '../model/table-filter';
import { flatCategories } from '~/lib/categories';

interface ProductFiltersProps {
  value: (param: FilterParam) => string;
  onChange: (param: FilterParam, value: string) => void;
  categories: readonly CategoryDto[];
}

const TYPING_MS = 300;

export function ProductFilters({ value, onChange, categories }: ProductFiltersProps) {
  const choice = (
    param: FilterParam,
    label: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <Field label={label} hideLabel>
      <Select value={value(param)} onChange={(event) => onChange(param, event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </Field>
  );
  return (
    <search className="grid grid-cols-2 gap-3 md:grid-cols-4 xl:grid-cols-[minmax(14rem,1fr)_repeat(4,minmax(0,10.5rem))]">
      <div className="col-span-2 md:col-span-4 xl:col-span-1">
        <SearchField value={value('search')} onChange={(text) => onChange('search', text)} />
      </div>
      {choice('status', 'Status', STATUS_CHOICES)}
      {choice('stock', 'Stock', STOCK_CHOICES)}
      {choice('category', 'Category', [
        { value: '', label: 'Any category' },
        ...flatCategories(categories).map(({ slug, label }) => ({ value: slug, label })),
      ])}
      {choice('sort', 'Sort', SORT_CHOICES)}
    </search>
  );
}

/** Searches once typing pauses; follows the URL when it changes otherwise, such as by Back. */
function SearchField({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  if (value !== known) {
    setKnown(value);
    if (value !== typed.trim()) setTyped(value);
  }
  return (
    <Field label="Search your products" hideLabel>
      <Input
        type="search"
        before={<Search />}
        placeholder="Search your products"
        maxLength={LIMITS.search.max}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          clearTimeout(pause.current);
          pause.current = setTimeout(() => onChange(target.value.trim()), TYPING_MS);
        }}
      />
    </Field>
  );
}
