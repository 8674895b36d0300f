import type { CategoryDto } from '@souk/contracts/categories.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { SectionCard } from '~/components/card';
import { Checkbox } from '~/components/choice';
import { Field } from '~/components/field';
import { Select } from '~/components/input';
import { CategoryOptions } from './category-options';
import type { SectionProps } from './section-props';

interface ListingSectionProps extends SectionProps {
  stores: readonly StoreDto[];
  categories: readonly CategoryDto[];
  isNew: boolean;
  /** Nobody but the vendor has seen it yet. */
  isUnseen: boolean;
}

export function ListingSection({ form, stores, categories, isNew, isUnseen }: ListingSectionProps) {
  const { register, formState, getValues } = form;
  const store = stores.find(({ id }) => id === Number(getValues('storeId')));
  return (
    <SectionCard title="Where it stands" description="In which store and category buyers find it.">
      <div className="grid gap-5 sm:grid-cols-2">
        {isNew ? (
          <Field label="Store" error={formState.errors.storeId?.message}>
            <Select {...register('storeId')}>
              {stores.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
        ) : (
          <div className="flex flex-col gap-1.5">
            <p className="font-medium">Store</p>
            <p className="flex min-h-11 items-center">{store?.name}</p>
            <p className="text-sm text-muted">A product stays in its store.</p>
          </div>
        )}
        <Field label="Category" optional error={formState.errors.categoryId?.message}>
          <Select {...register('categoryId')}>
            <CategoryOptions categories={categories} />
          </Select>
        </Field>
      </div>
      <Checkbox {...register('isActive')}>
        <span className="font-medium">Active</span>
        <span className="block text-sm text-muted">While this is off, nobody but you sees the product.</span>
      </Checkbox>
      {isUnseen && (
        <Checkbox {...register('announce')}>
          <span className="font-medium">Announce on X</span>
          <span className="block text-sm text-muted">
            Once, when buyers can see it first, from the marketplace’s account.
          </span>
        </Checkbox>
      )}
    </SectionCard>
  );
}
