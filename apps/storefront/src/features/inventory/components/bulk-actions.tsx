import type { BulkChange } from '@souk/contracts/bulk.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import { Button } from '~/components/button';
import { announce } from '~/components/live-region';
import { toast } from '~/components/toast';
import { plural } from '~/lib/format';
import { useBulkEdit } from '../api/products';

interface BulkActionsProps {
  selected: ProductDto[];
  clear: () => void;
}

/** Activates or hides what is selected, with one request. What was refused is named, and why. */
export function BulkActions({ selected, clear }: BulkActionsProps) {
  const bulk = useBulkEdit();

  const apply = (rows: readonly ProductDto[], change: BulkChange, done: string) =>
    bulk.mutate(
      { ids: rows.map(({ id }) => id), change },
      {
        onSuccess: ({ items, succeeded, failed }) => {
          clear();
          const outcome = `${plural(succeeded, 'product')} ${done}`;
          announce(outcome);
          if (failed === 0) return toast.success(outcome);
          const names = new Map(rows.map(({ id, name }) => [id, name]));
          const refused = items.filter(({ ok }) => !ok);
          toast.error(`${plural(failed, 'product')} could not be changed`, {
            description: refused.map(({ id, error }) => `${names.get(id)}: ${error?.message}`).join(' '),
          });
        },
        onError: (error) => toast.error(error.message),
      },
    );
  const hidden = selected.filter(({ isActive }) => !isActive);
  const active = selected.filter(({ isActive }) => isActive);
  return (
    <>
      <Button
        variant="secondary"
        size="sm"
        disabled={hidden.length === 0 || bulk.isPending}
        onClick={() => apply(hidden, { isActive: true }, 'activated')}
      >
        Activate
      </Button>
      <Button
        variant="secondary"
        size="sm"
        disabled={active.length === 0 || bulk.isPending}
        onClick={() => apply(active, { isActive: false }, 'hidden')}
      >
        Hide
      </Button>
    </>
  );
}
