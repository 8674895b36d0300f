import { CircleAlert } from 'lucide-react';
import { type ReactNode, createContext, useContext, useId, useMemo } from 'react';
import { cn } from '~/lib/cn';

interface FieldControl {
  id: string;
  describedBy: string | undefined;
  invalid: boolean;
}

const FieldContext = createContext<FieldControl | null>(null);

interface FieldProps {
  label: string;
  hint?: ReactNode;
  /** What is wrong and how to mend it; from `formState.errors.x?.message`. */
  error?: string;
  /** Says so beside the label. Required is the rule and needs no mark. */
  optional?: boolean;
  /** For fields whose surroundings show what they are, such as a search. */
  hideLabel?: boolean;
  className?: string;
  /** One control of the kit; it finds its id, description and state here. */
  children: ReactNode;
}

/** Label, control, hint and error, tied together for screen readers. */
export function Field({ label, hint, error, optional, hideLabel, className, children }: FieldProps) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : '';
  const errorId = error ? `${id}-error` : '';
  const control = useMemo(
    () => ({ id, describedBy: `${errorId} ${hintId}`.trim() || undefined, invalid: errorId !== '' }),
    [id, hintId, errorId],
  );
  return (
    <div className={cn('flex min-w-0 flex-col gap-1.5', className)}>
      <div className={cn('flex items-baseline justify-between gap-3', hideLabel && 'sr-only')}>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {optional && <span className="text-sm text-muted">optional</span>}
      </div>
      <FieldContext value={control}>{children}</FieldContext>
      {error && <FieldError id={errorId}>{error}</FieldError>}
      {hint && (
        <p id={hintId} className="text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex gap-1.5 text-sm text-danger">
      <CircleAlert aria-hidden className="mt-px size-4 shrink-0" />
      {children}
    </p>
  );
}

interface ControlProps {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean | 'true' | 'false' | 'grammar' | 'spelling';
}

/** The props that tie a control to the `Field` around it; what the control was given itself wins. */
export function useFieldControl(props: ControlProps): ControlProps {
  const field = useContext(FieldContext);
  return {
    id: props.id ?? field?.id,
    'aria-describedby': props['aria-describedby'] ?? field?.describedBy,
    'aria-invalid': props['aria-invalid'] ?? (field?.invalid || undefined),
  };
}
