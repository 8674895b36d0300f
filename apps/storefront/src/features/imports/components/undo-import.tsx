import type { ImportDto } from '@souk/contracts/imports.dto';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { FieldError } from '~/components/field';
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
      <Dialog
        open={open}
        onOpenChange={(next) => {
          undo.reset();
          setOpen(next);
        }}
        title={`Undo ${report.fileName}?`}
        description={consequences(report)}
        footer={
          <>
            <Button variant="secondary" onClick={() => setOpen(false)}>
              Keep it
            </Button>
            <Button variant="danger" loading={undo.isPending} onClick={begin}>
              Undo import
            </Button>
          </>
        }
      >
        <p className="text-sm text-muted">
          Products that were edited since are kept and listed. What was sold since stays sold.
        </p>
        {undo.error && <FieldError id="undo-import-error">{undo.error.message}</FieldError>}
      </Dialog>
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
