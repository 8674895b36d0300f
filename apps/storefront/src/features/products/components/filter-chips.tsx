import { Button } from '~/components/button';
import { Chip } from '~/components/chip';
import type { activeFilters } from '../filter-labels';
import type { ProductFilters } from '../filters';

interface FilterChipsProps {
  filters: ReturnType<typeof activeFilters>;
  onRemove: (without: Partial<ProductFilters>) => void;
  onClear: () => void;
}

export function FilterChips({ filters, onRemove, onClear }: FilterChipsProps) {
  if (filters.length === 0) return null;
  return (
    <ul aria-label="Active filters" className="flex flex-wrap items-center gap-2">
      {filters.map(({ label, without }) => (
        <li key={label}>
          <Chip label={label} onRemove={() => onRemove(without)} />
        </li>
      ))}
      {filters.length > 1 && (
        <li className="ml-1">
          <Button variant="link" onClick={onClear} className="text-sm">
            Clear all
          </Button>
        </li>
      )}
    </ul>
  );
}
