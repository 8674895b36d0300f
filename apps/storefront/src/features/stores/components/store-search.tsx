import { LIMITS } from '@souk/contracts';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Input } from '~/components/input';

interface StoreSearchProps {
  /** What is searched now, as the URL says. */
  value: string;
  onSearch: (search: string) => void;
}

const PAUSE = 250;

/** Searches while one types, whenever the typing pauses. */
export function StoreSearch({ value, onSearch }: StoreSearchProps) {
  // null when nobody types: then it shows what the URL says, which Back may have changed.
  const [typed, setTyped] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const search = (term: string, after: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onSearch(term.trim()), after);
  };
  return (
    <form
      role="search"
      aria-label="Stores"
      className="w-full max-w-md"
      onSubmit={(event) => {
        event.preventDefault();
        search(typed ?? value, 0);
      }}
    >
      <Input
        type="search"
        aria-label="Search stores"
        placeholder="Search stores"
        autoComplete="off"
        maxLength={LIMITS.search.max}
        before={<Search />}
        className="pl-10"
        value={typed ?? value}
        onChange={({ target }) => {
          setTyped(target.value);
          search(target.value, PAUSE);
        }}
        onBlur={() => setTyped(null)}
      />
    </form>
  );
}
