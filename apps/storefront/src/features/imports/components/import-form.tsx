import { LIMITS } from '@souk/contracts';
import type { ImportDto } from '@souk/contracts/imports.dto';
import { FileText } from 'lucide-react';
import { useState } from 'react';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { Checkbox } from '~/components/choice';
import { FieldError } from '~/components/field';
import { FileDrop } from '~/components/file-drop';
import { Progress } from '~/components/progress';
import { formatBytes } from '~/lib/format';
import { useStartImport } from '../api/imports';

interface ImportFormProps {
  storeId: number;
  storeName: string;
  /** Kept by the page, so that what was only checked can be imported without choosing it again. */
  file: File | null;
  onFile: (file: File | null) => void;
  onStarted: (started: ImportDto) => void;
}

export function ImportForm({ storeId, storeName, file, onFile, onStarted }: ImportFormProps) {
  const [dryRun, setDryRun] = useState(true);
  const [sent, setSent] = useState(0);
  const start = useStartImport();
  const begin = () => {
    if (!file) return;
    setSent(0);
    start.mutate({ storeId, file, dryRun, onProgress: setSent }, { onSuccess: onStarted });
  };
  return (
    <SectionCard
      title="Import a file"
      description={`A product file as Shopify or Souk exports it. Its products go into ${storeName}; those with a known handle are updated.`}
    >
      {file ? (
        <div className="flex items-center gap-3 rounded-md border border-line p-3">
          <FileText aria-hidden className="size-6 shrink-0 text-muted" strokeWidth={1.5} />
          <p className="flex min-w-0 flex-1 flex-col">
            <span className="truncate font-medium">{file.name}</span>
            <span className="text-sm text-muted">{formatBytes(file.size)}</span>
          </p>
          <Button variant="ghost" size="sm" disabled={start.isPending} onClick={() => onFile(null)}>
            Choose another
          </Button>
        </div>
      ) : (
        <FileDrop
          label="Choose a product file"
          hint="CSV, up to 20 MB and 50,000 rows; split what is larger"
          accept=".csv,text/csv"
          maxBytes={LIMITS.importFile.bytes}
          onFiles={([chosen]) => {
            start.reset();
            onFile(chosen ?? null);
          }}
        />
      )}
      <Checkbox checked={dryRun} onChange={(event) => setDryRun(event.target.checked)}>
        <span className="font-medium">Dry run</span>
        <span className="block text-sm text-muted">
          Only checks the file and lists its problems. Nothing is changed.
        </span>
      </Checkbox>
      {start.isPending && <Progress label={`Uploading ${file?.name ?? 'the file'}`} share={sent} />}
      {start.error && <FieldError id="import-error">{start.error.message}</FieldError>}
      <Button className="self-start" disabled={!file} loading={start.isPending} onClick={begin}>
        {dryRun ? 'Check the file' : 'Import the products'}
      </Button>
    </SectionCard>
  );
}
