import { LIMITS } from '@souk/contracts';
import type { FieldValues, Path, RegisterOptions } from 'react-hook-form';
import { Field } from '~/components/field';
import { Select, Textarea } from '~/components/input';
import { flatCategories } from '~/lib/categories';
import type { SubmitForm } from '~/lib/form';
import { atMost } from '~/lib/rules';
import type { AdminCategoryDto } from '@souk/contracts/categories.dto';

export interface CategoryDialogProps {
  tree: readonly AdminCategoryDto[];
  onClose: () => void;
}

interface FieldProps<Values extends FieldValues> {
  form: SubmitForm<Values>;
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
