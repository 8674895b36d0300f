import { LIMITS } from '@souk/contracts';
import { Button } from '~/components/button';
import { FileDrop } from '~/components/file-drop';
import { cn } from '~/lib/cn';
import { useObjectUrl } from '~/lib/object-url';

interface PictureFieldProps {
  label: string;
  hint: string;
  /** The chosen file, which is not saved yet. */
  value: File | null;
  /** What is saved. */
  current: string | null;
  onChange: (file: File | null) => void;
  error?: string;
  /** Beside the drop zone, or above it. */
  wide?: boolean;
}

const PICTURE_TYPES = 'image/jpeg,image/png,image/webp,image/avif';

/** One picture: shown as it will be, and replaced by dropping or choosing another. */
export function PictureField({ label, hint, value, current, onChange, error, wide }: PictureFieldProps) {
  const chosen = useObjectUrl(value);
  const shown = chosen ?? current;
  return (
    <div className={cn('flex flex-col gap-3', !wide && 'sm:flex-row sm:items-center sm:gap-5')}>
      {shown && (
        <div className="flex flex-col items-start gap-1">
          <img
            src={shown}
            alt={value ? `${label}, not saved yet` : `${label} now`}
            className={cn(
              'border border-line object-cover',
              wide ? 'aspect-3/1 w-full max-w-md rounded-md' : 'size-24 rounded-full',
            )}
          />
          {value && (
            <Button
              variant="ghost"
              size="sm"
              aria-label={`Undo choosing a ${label.toLowerCase()}`}
              onClick={() => onChange(null)}
            >
              Undo
            </Button>
          )}
        </div>
      )}
      <div className="min-w-0 flex-1">
        <FileDrop
          label={shown ? `Replace the ${label.toLowerCase()}` : `Add a ${label.toLowerCase()}`}
          hint={hint}
          accept={PICTURE_TYPES}
          maxBytes={LIMITS.imageUpload.bytes}
          onFiles={([file]) => file && onChange(file)}
          error={error}
        />
      </div>
    </div>
  );
}
