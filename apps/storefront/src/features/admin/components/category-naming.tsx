import { LIMITS } from '@souk/contracts';
import type { AdminCategoryDto } from '@souk/contracts/categories.dto';
import { Field } from '~/components/field';
import { FormDialog } from '~/components/form-dialog';
import { Input } from '~/components/input';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { atMost } from '~/lib/rules';
import { useAddCategory, useRenameCategory } from '../api/categories';
import { type CategoryDialogProps, PlaceField, ReasonField } from './category-fields';

const nameRule = {
  validate: (name: string) => name.trim() !== '' || 'Give it a name.',
  maxLength: atMost(LIMITS.category.max),
};

/** @param parentId where it goes unless another place is chosen */
export function AddCategory({ tree, parentId, onClose }: CategoryDialogProps & { parentId: number | null }) {
  const add = useAddCategory();
  const form = useSubmitForm({
    defaultValues: { name: '', parentId: parentId === null ? '' : String(parentId), reason: '' },
    onSubmit: async (values) => {
      const { name } = await add({
        name: values.name,
        parentId: Number(values.parentId) || null,
        reason: values.reason.trim() || undefined,
      });
      toast.success(`${name} is a category now`);
      onClose();
    },
  });
  return (
    <FormDialog
      title="Add a category"
      description="Vendors can put products into it at once; buyers see it when something is in it."
      submit="Add category"
      form={form}
      onClose={onClose}
    >
      <Field label="Name" error={form.formState.errors.name?.message}>
        <Input autoComplete="off" {...form.register('name', nameRule)} />
      </Field>
      <PlaceField form={form} name="parentId" label="Below" none="Nothing: a top category" tree={tree} />
      <ReasonField form={form} name="reason" />
    </FormDialog>
  );
}

interface RenameCategoryProps {
  category: AdminCategoryDto;
  onClose: () => void;
}

export function RenameCategory({ category: { id, name, slug }, onClose }: RenameCategoryProps) {
  const rename = useRenameCategory();
  const form = useSubmitForm({
    defaultValues: { name, reason: '' },
    onSubmit: async (values) => {
      await rename({ id, name: values.name, reason: values.reason.trim() || undefined });
      toast.success(`${name} is ${values.name.trim()} now`);
      onClose();
    },
  });
  return (
    <FormDialog
      title={`Rename ${name}`}
      description={`Its address follows the name. Links to “${slug}” go on leading here.`}
      submit="Rename"
      form={form}
      onClose={onClose}
    >
      <Field label="Name" error={form.formState.errors.name?.message}>
        <Input autoComplete="off" {...form.register('name', nameRule)} />
      </Field>
      <ReasonField form={form} name="reason" />
    </FormDialog>
  );
}
