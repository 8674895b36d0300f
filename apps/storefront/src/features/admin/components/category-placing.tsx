import type { AdminCategoryDto } from '@souk/contracts/categories.dto';
import { useWatch } from 'react-hook-form';
import { FormDialog } from '~/components/form-dialog';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { plural } from '~/lib/format';
import { findById, useMoveCategory, useRemoveCategory, without } from '../api/categories';
import { type CategoryDialogProps, PlaceField, ReasonField } from './category-fields';

interface PlacingProps extends CategoryDialogProps {
  category: AdminCategoryDto;
}

export function MoveCategory({ category, tree, onClose }: PlacingProps) {
  const { id, name, parentId, productCount } = category;
  const move = useMoveCategory();
  const form = useSubmitForm({
    defaultValues: { parentId: parentId === null ? '' : String(parentId), reason: '' },
    onSubmit: async (values) => {
      const target = Number(values.parentId) || null;
      await move({ id, parentId: target, reason: values.reason.trim() || undefined });
      toast.success(`${name} is ${placeOf(tree, target)} now`);
      onClose();
    },
  });
  return (
    <FormDialog
      title={`Move ${name}`}
      description={`Everything below it comes along, with ${plural(productCount, 'product')} in all.`}
      submit="Move"
      form={form}
      onClose={onClose}
    >
      <PlaceField
        form={form}
        name="parentId"
        label="Below"
        none="Nothing: a top category"
        tree={without(tree, id)}
        rules={{ validate: (to) => (Number(to) || null) !== parentId || 'It is there already.' }}
      />
      <ReasonField form={form} name="reason" />
    </FormDialog>
  );
}

const placeOf = (tree: readonly AdminCategoryDto[], id: number | null) => {
  const parent = findById(tree, id);
  return parent ? `in ${parent.name}` : 'a top category';
};

/** Deletes it, or makes it one with another: its contents always go somewhere. */
export function RemoveCategory({ category, tree, onClose }: PlacingProps) {
  const { id, name, parentId, ownProductCount, children } = category;
  const remove = useRemoveCategory();
  const form = useSubmitForm({
    defaultValues: { into: parentId === null ? '' : String(parentId), reason: '' },
    onSubmit: async ({ into, reason }) => {
      const report = await remove({ id, into: Number(into) || undefined, reason });
      const moved = contentsOf(report.products, report.categories);
      toast.success(`${name} is deleted`, {
        description: report.into && moved ? `Now in ${report.into.name}: ${moved}.` : undefined,
      });
      onClose();
    },
  });
  const into = useWatch({ control: form.control, name: 'into' });
  const target = findById(tree, Number(into) || null);
  const effect = effectOf(category, target);
  const isFull = ownProductCount > 0;
  return (
    <FormDialog
      title={`Delete ${name}?`}
      description={effect}
      submit="Delete category"
      danger
      form={form}
      onClose={onClose}
    >
      {(isFull || children.length > 0) && (
        <PlaceField
          form={form}
          name="into"
          label="What is in it goes to"
          none={isFull ? 'Choose a category' : 'The top of the tree'}
          tree={without(tree, id)}
          rules={{ required: isFull && 'Choose where the products go.' }}
        />
      )}
      <ReasonField form={form} name="reason" required="Say why." />
    </FormDialog>
  );
}

const contentsOf = (products: number, categories: number) =>
  [
    products > 0 && plural(products, 'product'),
    categories > 0 && plural(categories, 'subcategory', 'subcategories'),
  ]
    .filter(Boolean)
    .join(' and ');

function effectOf({ ownProductCount, children }: AdminCategoryDto, target: AdminCategoryDto | undefined) {
  const contents = contentsOf(ownProductCount, children.length);
  if (target) return `Goes to ${target.name}: ${contents || 'nothing'}. Links to it will lead there.`;
  if (ownProductCount > 0) return `Nothing is lost: choose where its ${contents} go.`;
  return contents ? `Goes to the top of the tree: ${contents}.` : 'Nothing is in it.';
}
