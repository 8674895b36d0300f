import type { BulkChange } from '@souk/contracts/bulk.dto';
import type { CategoryDto } from '@souk/contracts/categories.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import { useState } from 'react';
import { Button } from '~/components/button';
import { toast } from '~/components/toast';
import { BulkChangeDialog, type BulkKind } from './bulk-change-dialog';
import type { ApplyBulk } from './product-table';

interface BulkActionsProps {
  selected: ProductDto[];
  apply: ApplyBulk;
  categories: readonly CategoryDto[];
  pending: boolean;
}

const KINDS: Record<BulkKind, string> = { price: 'Price', stock: 'Stock', category: 'Category' };

/** What can be done to all that is selected, with one request. */
export function BulkActions({ selected, apply, categories, pending }: BulkActionsProps) {
  const [asked, setAsked] = useState<BulkKind>();
  const hidden = selected.filter(({ isActive }) => !isActive);
  const active = selected.filter(({ isActive }) => isActive);
  const turn = (label: string, rows: ProductDto[], change: BulkChange, done: string) => (
    <Button
      variant="secondary"
      size="sm"
      disabled={rows.length === 0 || pending}
      onClick={() => apply(rows, change, done).catch((error: Error) => toast.error(error.message))}
    >
      {label}
    </Button>
  );
  return (
    <>
      {turn('Activate', hidden, { isActive: true }, 'activated')}
      {turn('Hide', active, { isActive: false }, 'hidden')}
      {(Object.keys(KINDS) as BulkKind[]).map((kind) => (
        <Button key={kind} variant="secondary" size="sm" disabled={pending} onClick={() => setAsked(kind)}>
          {KINDS[kind]} …
        </Button>
      ))}
      {asked && (
        <BulkChangeDialog
          kind={asked}
          count={selected.length}
          categories={categories}
          onClose={() => setAsked(undefined)}
          onApply={(change) => apply(selected, change, 'changed')}
        />
      )}
    </>
  );
}
