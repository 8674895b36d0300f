import { type ComponentProps, type ReactNode, useId } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { SubmitForm } from '~/lib/form';
import { cn } from '~/lib/cn';
import { Button } from './button';
import { Dialog, Sheet } from './dialog';
import { FormErrorSummary } from './form-error-summary';

interface FormDialogProps<Values extends FieldValues> extends Pick<
  ComponentProps<typeof Dialog>,
  'title' | 'description' | 'opener'
> {
  form: SubmitForm<Values>;
  open?: boolean;
  onClose: () => void;
  /** What the button does that sends it. */
  submit: string;
  cancel?: string;
  danger?: boolean;
  disabled?: boolean;
  /** Of the form: one field below the other otherwise. */
  className?: string;
  children: ReactNode;
}

/** Asks for what it needs, then does one thing; its buttons stay in sight while the fields scroll. */
export function FormDialog<Values extends FieldValues>(props: FormDialogProps<Values>) {
  return <FormOverlay frame={Dialog} {...props} />;
}

/** The same for longer forms, in a drawer. */
export function FormSheet<Values extends FieldValues>(props: FormDialogProps<Values>) {
  return <FormOverlay frame={Sheet} {...props} />;
}

interface FormOverlayProps<Values extends FieldValues> extends FormDialogProps<Values> {
  frame: typeof Dialog | typeof Sheet;
}

function FormOverlay<Values extends FieldValues>({ frame: Frame, ...props }: FormOverlayProps<Values>) {
  const { form, open = true, onClose, title, description, opener, className, children } = props;
  const { submit, cancel = 'Cancel', danger = false, disabled = false } = props;
  const id = useId();
  return (
    <Frame
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={title}
      description={description}
      opener={opener}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            {cancel}
          </Button>
          <Button
            type="submit"
            form={id}
            variant={danger ? 'danger' : 'primary'}
            loading={form.formState.isSubmitting}
            disabled={disabled}
          >
            {submit}
          </Button>
        </>
      }
    >
      <form
        id={id}
        onSubmit={(event) => void form.submit(event)}
        noValidate
        className={cn('flex flex-col gap-5', className)}
      >
        <div className="col-span-full empty:hidden">
          <FormErrorSummary form={form} />
        </div>
        {children}
      </form>
    </Frame>
  );
}
