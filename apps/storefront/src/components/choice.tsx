import { Check, Minus } from 'lucide-react';
import { type ComponentProps, type ReactNode, useEffect, useId, useRef } from 'react';
import { cn } from '~/lib/cn';
import { FieldError } from './field';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'ref'> {
  /** Some, not all, of what it stands for. */
  indeterminate?: boolean;
  ref?: (element: HTMLInputElement | null) => void;
  /** The label. Without one, pass `aria-label`. */
  children?: ReactNode;
}

export function Checkbox({ indeterminate = false, ref, children, className, ...rest }: CheckboxProps) {
  const input = useRef<HTMLInputElement | null>(null);
  useEffect(() => {
    if (input.current) input.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <label className={cn('inline-flex items-start gap-2.5 align-middle', className)}>
      <span className="touch-target relative mt-px inline-flex size-5 shrink-0 items-center justify-center">
        <input
          {...rest}
          ref={(element) => {
            input.current = element;
            ref?.(element);
          }}
          type="checkbox"
          className="peer absolute inset-0 cursor-pointer appearance-none rounded-sm border border-line-strong bg-surface transition-colors checked:border-action checked:bg-action indeterminate:border-action indeterminate:bg-action aria-invalid:border-danger"
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none relative hidden size-3.5 text-on-action peer-checked:block peer-indeterminate:hidden"
        />
        <Minus
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none relative hidden size-3.5 text-on-action peer-indeterminate:block"
        />
      </span>
      {children && <span>{children}</span>}
    </label>
  );
}

interface RadioGroupProps {
  legend: string;
  error?: string;
  className?: string;
  children: ReactNode;
}

/** Holds `Radio`s, which share a `name` (`{...register('userType')}`). */
export function RadioGroup({ legend, error, className, children }: RadioGroupProps) {
  const errorId = useId();
  return (
    <fieldset
      aria-describedby={error ? errorId : undefined}
      className={cn('flex min-w-0 flex-col gap-2', className)}
    >
      <legend className="mb-1.5 font-medium">{legend}</legend>
      {children}
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </fieldset>
  );
}

interface RadioProps extends Omit<ComponentProps<'input'>, 'type'> {
  label: ReactNode;
  description?: ReactNode;
}

export function Radio({ label, description, className, ...rest }: RadioProps) {
  return (
    <label
      className={cn(
        'flex cursor-pointer gap-3 rounded-md border border-line-strong bg-surface p-3.5 transition-colors hover:bg-sunken has-checked:border-action has-checked:bg-action-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-action',
        className,
      )}
    >
      <input
        {...rest}
        type="radio"
        className="mt-px size-5 shrink-0 appearance-none rounded-full border border-line-strong bg-surface outline-none checked:border-6 checked:border-action"
      />
      <span className="flex min-w-0 flex-col">
        <span className="font-medium">{label}</span>
        {description && <span className="text-sm text-muted">{description}</span>}
      </span>
    </label>
  );
}
