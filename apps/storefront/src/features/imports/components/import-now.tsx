import type { ImportDto } from '@souk/contracts/imports.dto';
import { Button } from '~/components/button';
import { FieldError } from '~/components/field';
import { useStartImport } from '../api/imports';

interface ImportNowProps {
  storeId: number;
  /** The checked file; null when the page has been loaded again since. */
  file: File | null;
  onStarted: (started: ImportDto) => void;
}

/** After a dry run: the same file once more, in earnest. */
export function ImportNow({ storeId, file, onStarted }: ImportNowProps) {
  const start = useStartImport();
  if (!file)
    return (
      <p className="text-muted">To import it, choose the file again below and switch the dry run off.</p>
    );
  const begin = () =>
    start.mutate({ storeId, file, dryRun: false, onProgress: () => undefined }, { onSuccess: onStarted });
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md bg-action-soft p-3 pl-4">
      <p className="min-w-48 flex-1">Nothing has been changed yet.</p>
      <Button loading={start.isPending} onClick={begin}>
        Import {file.name} now
      </Button>
      {start.error && <FieldError id="import-now-error">{start.error.message}</FieldError>}
    </div>
  );
}
