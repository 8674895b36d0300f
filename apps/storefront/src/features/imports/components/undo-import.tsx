import type { ImportDto } from '@souk/contracts/imports.dto';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '~/components/button';
import { ConfirmDialog } from '~/components/confirm-dialog';
import { plural } from '~/lib/format';
import { useUndoImport } from '../api/imports';

interface UndoImportProps {
  storeId: number;
  report: ImportDto;
}

/** Asks first: products go from the shop, and others change. */
export function UndoImport({ storeId, report }: UndoImportProps) {
  const [open, setOpen] = useState(false);
  const undo = useUndoImport(storeId);
  const begin = () => undo.mutate(report.id, { onSuccess: () => setOpen(false) });
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        <Undo2 aria-hidden />
        Undo this import
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        title={`Undo ${report.fileName}?`}
        description={consequences(report)}
        confirm="Undo import"
        action={undo}
        onConfirm={begin}
      >
        <p className="text-sm text-muted">
          Products that were edited since are kept and listed. What was sold since stays sold.
        </p>
      </ConfirmDialog>
    </>
  );
}

function consequences({ productsCreated, productsUpdated }: ImportDto): string {
  const parts = [
    productsCreated > 0 && `${plural(productsCreated, 'product')} that it made will be deleted`,
    productsUpdated > 0 && `${plural(productsUpdated, 'product')} will be as before it`,
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}
