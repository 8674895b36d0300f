import { Search } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { cn } from '~/lib/cn';

export interface Suggestion {
  id: string;
  content: ReactNode;
}

interface SearchBoxProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (value: string) => void;
  /** Enter, without a suggestion being chosen. */
  onSearch: (value: string) => void;
  suggestions: readonly Suggestion[];
  onChoose: (id: string) => void;
}

/** The combobox of the ARIA practices: arrows walk the list, Enter takes, Escape closes. `/` focuses it. */
export function SearchBox(props: SearchBoxProps) {
  const { label, placeholder, value, onChange, onSearch, suggestions, onChoose } = props;
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = open && suggestions.length > 0;
  const optionId = (index: number) => `${listId}-${index}`;
  useSlashFocus(input);

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const choose = (id: string) => {
    close();
    onChoose(id);
  };
  const submit = () => {
    const chosen = shown ? suggestions[active] : undefined;
    if (chosen) return choose(chosen.id);
    close();
    input.current?.blur();
    onSearch(value.trim());
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && suggestions.length > 0) {
      event.preventDefault();
      setOpen(true);
      // One place more than there are suggestions: the field itself.
      const places = suggestions.length + 1;
      setActive((now) => ((now + 1 + step + places) % places) - 1);
    }
    if (event.key !== 'Escape') return;
    // the browser would empty the field; the first Escape only closes the list
    if (shown) event.preventDefault();
    close();
  };

  return (
    <form
      role="search"
      className="relative w-full"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && close()}
    >
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-4 my-auto size-4.5 text-muted"
      />
      <input
        ref={input}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? optionId(active) : undefined}
        placeholder={placeholder}
        value={value}
        onChange={(event) => {
          onChange(event.target.value);
          setOpen(true);
          setActive(-1);
        }}
        onFocus={() => setOpen(true)}
        onKeyDown={onKeyDown}
        className="h-11 w-full rounded-full border border-line-strong bg-surface pr-4 pl-11 hover:border-ink [&::-webkit-search-cancel-button]:hidden"
      />
      <kbd
        aria-hidden
        className={cn(
          'pointer-events-none absolute inset-y-0 right-3.5 my-auto hidden h-6 items-center rounded-sm border border-line px-2 font-sans text-sm text-muted lg:flex',
          (open || value) && 'lg:hidden',
        )}
      >
        /
      </kbd>
      <ul
        id={listId}
        role="listbox"
        aria-label="Suggestions"
        hidden={!shown}
        className="absolute inset-x-0 top-full z-40 mt-2 max-h-[70dvh] overflow-y-auto rounded-lg border border-line bg-surface p-1.5 shadow-float"
      >
        {suggestions.map((suggestion, index) => (
          <li
            key={suggestion.id}
            id={optionId(index)}
            role="option"
            aria-selected={index === active}
            // Keeps the focus in the field until the click has arrived.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(suggestion.id)}
            className={cn('cursor-pointer rounded-md p-2 hover:bg-sunken', index === active && 'bg-sunken')}
          >
            {suggestion.content}
          </li>
        ))}
      </ul>
    </form>
  );
}

function useSlashFocus(input: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      const at = event.target;
      const typing = at instanceof HTMLElement && at.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', focus);
    return () => document.removeEventListener('keydown', focus);
  }, [input]);
}
