import { LIMITS } from '@souk/contracts';
import type { BulkChange, BulkReport } from '@souk/contracts/bulk.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { CategoryDto } from '@souk/contracts/categories.dto';
import { useState } from 'react';
import { Button } from '~/components/button';
import { announce } from '~/components/live-region';
import { toast } from '~/components/toast';
import { plural } from '~/lib/format';
import { useBulkEdit } from '../api/products';
import { type BulkOutcome, outcomesOf } from '../model/bulk-change';
import { BulkEditDialog } from './bulk-edit-dialog';

interface BulkActionsProps {
  selected: ProductDto[];
  categories: readonly CategoryDto[];
  clear: () => void;
  /** Kept by the table: what has changed may no longer fit its filters, and these buttons go with the selection. */
  onResults: (outcomes: BulkOutcome[]) => void;
}

/** Changes what is selected, with one request, and shows what became of each. */
export function BulkActions({ selected, categories, clear, onResults }: BulkActionsProps) {
  const bulk = useBulkEdit();
  const [editing, setEditing] = useState(false);
  const most = LIMITS.bulk.max;

  const tell = (report: BulkReport, rows: readonly ProductDto[]) => {
    announce(`${plural(report.succeeded, 'product')} changed, ${report.failed} refused`);
    onResults(outcomesOf(report, rows));
    clear();
  };
  const apply = (rows: readonly ProductDto[], change: BulkChange, done: string) =>
    bulk.mutate(
      { ids: rows.map(({ id }) => id), change },
      {
        onSuccess: (report) => {
          if (report.failed > 0) return tell(report, rows);
          clear();
          announce(`${plural(report.succeeded, 'product')} ${done}`);
          toast.success(`${plural(report.succeeded, 'product')} ${done}`);
        },
        onError: (error) => toast.error(error.message),
      },
    );
  const hidden = selected.filter(({ isActive }) => !isActive);
  const active = selected.filter(({ isActive }) => isActive);
  if (selected.length > most)
    return <p className="self-center text-sm text-muted">Select at most {most} to change them at once.</p>;
  return (
    <>
      <Button variant="primary" size="sm" disabled={bulk.isPending} onClick={() => setEditing(true)}>
        Edit
      </Button>
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
      <BulkEditDialog
        selected={selected}
        categories={categories}
        open={editing}
        onOpenChange={setEditing}
        onDone={(report) => tell(report, selected)}
      />
    </>
  );
}
