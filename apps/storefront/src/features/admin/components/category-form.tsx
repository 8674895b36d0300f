import { LIMITS } from '@souk/contracts';
import { type ReactNode, useId } from 'react';
import type { FieldValues, Path, RegisterOptions } from 'react-hook-form';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { Field } from '~/components/field';
import { FormErrorSummary } from '~/components/form-error-summary';
import { Select, Textarea } from '~/components/input';
import { flatCategories } from '~/lib/categories';
import type { useSubmitForm } from '~/lib/form';
import { atMost } from '~/lib/rules';
import type { AdminCategoryDto } from '@souk/contracts/categories.dto';

export interface CategoryDialogProps {
  tree: readonly AdminCategoryDto[];
  onClose: () => void;
}

export type Form<Values extends FieldValues> = ReturnType<typeof useSubmitForm<Values>>;

interface CategoryFormProps<Values extends FieldValues> {
  title: string;
  /** What it does, before it is done. */
  effect: ReactNode;
  submit: string;
  danger?: boolean;
  form: Form<Values>;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog that does one thing to the tree of categories. */
export function CategoryForm<Values extends FieldValues>(props: CategoryFormProps<Values>) {
  const { title, effect, submit, danger = false, form, onClose, children } = props;
  const formId = useId();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={title}
      description={effect}
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Cancel
          </Button>
          <Button
            type="submit"
            form={formId}
            variant={danger ? 'danger' : 'primary'}
            loading={form.formState.isSubmitting}
          >
            {submit}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={form.submit} noValidate className="flex flex-col gap-4">
        <FormErrorSummary form={form} />
        {children}
      </form>
    </Dialog>
  );
}

interface FieldProps<Values extends FieldValues> {
  form: Form<Values>;
  name: Path<Values>;
}

const errorAt = <Values extends FieldValues>({ form, name }: FieldProps<Values>) =>
  form.getFieldState(name, form.formState).error?.message;

interface PlaceFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  label: string;
  /** What the empty choice means. */
  none: string;
  tree: readonly AdminCategoryDto[];
  rules?: RegisterOptions<Values, Path<Values>>;
}

export function PlaceField<Values extends FieldValues>(props: PlaceFieldProps<Values>) {
  const { form, name, label, none, tree, rules } = props;
  return (
    <Field label={label} error={errorAt(props)}>
      <Select {...form.register(name, rules)}>
        <option value="">{none}</option>
        {flatCategories(tree).map(({ id, label: path }) => (
          <option key={id} value={id}>
            {path}
          </option>
        ))}
      </Select>
    </Field>
  );
}

/** Optional unless it says why it is needed. */
export function ReasonField<Values extends FieldValues>(props: FieldProps<Values> & { required?: string }) {
  const { form, name, required } = props;
  return (
    <Field label="Reason" optional={!required} hint="Kept in the audit log." error={errorAt(props)}>
      <Textarea
        rows={2}
        {...form.register(name, {
          validate: (reason: string) => !required || reason.trim() !== '' || required,
          maxLength: atMost(LIMITS.categoryReason.max),
        })}
      />
    </Field>
  );
}
