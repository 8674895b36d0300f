import { Upload } from 'lucide-react';
import { type DragEvent, type ReactNode, useId, useState } from 'react';
import { cn } from '~/lib/cn';
import { formatNumber } from '~/lib/format';
import { FieldError } from './field';

interface FileDropProps {
  label: string;
  hint?: ReactNode;
  /** MIME types and endings, as for `<input accept>`: `image/png,.csv`. */
  accept: string;
  maxBytes: number;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
  disabled?: boolean;
  error?: string;
}

/** Drop files here or choose them. What is too large or of the wrong kind is named and left out. */
export function FileDrop({
  label,
  hint,
  accept,
  maxBytes,
  multiple,
  onFiles,
  disabled,
  error,
}: FileDropProps) {
  const id = useId();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const problem = refused ?? error;

  const take = (list: FileList | null) => {
    const files = [...(list ?? [])].slice(0, multiple ? undefined : 1);
    const reasons = files.map((file) => reasonAgainst(file, accept, maxBytes));
    setRefused(reasons.filter(Boolean).join(' ') || null);
    const accepted = files.filter((_, index) => reasons[index] === null);
    if (accepted.length > 0) onFiles(accepted);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!disabled) take(event.dataTransfer.files);
  };

  return (
    <div className="flex flex-col gap-1.5">
      <label
        htmlFor={id}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cn(
          'flex cursor-pointer flex-col items-center gap-1.5 rounded-lg border border-dashed border-line-strong px-5 py-8 text-center transition-colors hover:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-action',
          over && 'border-action bg-action-soft',
          disabled && 'cursor-not-allowed opacity-50',
        )}
      >
        <Upload aria-hidden className="size-6 text-muted" strokeWidth={1.5} />
        <span className="font-medium">{label}</span>
        <span className="text-sm text-muted">
          Drop {multiple ? 'files' : 'a file'} here or <span className="text-action underline">choose</span>
          {hint && <>. {hint}</>}
        </span>
        <input
          id={id}
          type="file"
          accept={accept}
          multiple={multiple}
          disabled={disabled}
          aria-describedby={problem ? `${id}-error` : undefined}
          aria-invalid={problem ? true : undefined}
          onChange={(event) => {
            take(event.target.files);
            // The same file can be chosen again after it was mended.
            event.target.value = '';
          }}
          className="sr-only"
        />
      </label>
      {problem && <FieldError id={`${id}-error`}>{problem}</FieldError>}
    </div>
  );
}

function reasonAgainst(file: File, accept: string, maxBytes: number): string | null {
  const fits = accept.split(',').some((kind) => {
    const wanted = kind.trim().toLowerCase();
    if (wanted === '*/*') return true;
    if (wanted.startsWith('.')) return file.name.toLowerCase().endsWith(wanted);
    return wanted.endsWith('/*') ? file.type.startsWith(wanted.slice(0, -1)) : file.type === wanted;
  });
  if (!fits) return `${file.name} is not a file of the right kind (${accept}).`;
  if (file.size <= maxBytes) return null;
  return `${file.name} is larger than ${formatNumber(Math.round(maxBytes / 1024 / 1024))} MB.`;
}
