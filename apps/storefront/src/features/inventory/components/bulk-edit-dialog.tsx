import type { BulkReport } from '@souk/contracts/bulk.dto';
import type { CategoryDto } from '@souk/contracts/categories.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { Field, FieldError } from '~/components/field';
import { Input, Select } from '~/components/input';
import { useSubmitForm } from '~/lib/form';
import { plural } from '~/lib/format';
import { isMoney, isStock } from '~/lib/rules';
import { useBulkEdit } from '../api/products';
import { flatCategories } from '../model/categories';
import { UNCHANGED, type BulkValues, toChange } from '../model/bulk-change';

interface BulkEditDialogProps {
  selected: readonly ProductDto[];
  categories: readonly CategoryDto[];
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDone: (report: BulkReport) => void;
}

const FORM = 'bulk-edit';

/** The same change for all that is selected, with one request. */
export function BulkEditDialog({ selected, categories, open, onOpenChange, onDone }: BulkEditDialogProps) {
  const bulk = useBulkEdit();
  const { register, submit, watch, reset, formState } = useSubmitForm<BulkValues>({
    defaultValues: UNCHANGED,
    onSubmit: async (values) => {
      const change = toChange(values);
      if (!change) return;
      onDone(await bulk.mutateAsync({ ids: selected.map(({ id }) => id), change }));
      reset();
    },
  });
  const { errors, isSubmitting } = formState;
  const values = watch();
  const { priceMove, stockMove } = values;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={`Edit ${plural(selected.length, 'product')}`}
      description="What you choose here changes in all of them; the rest stays as it is."
      footer={
        <>
          <Button variant="secondary" onClick={() => onOpenChange(false)}>
            Cancel
          </Button>
          <Button type="submit" form={FORM} disabled={toChange(values) === null} loading={isSubmitting}>
            Change {plural(selected.length, 'product')}
          </Button>
        </>
      }
    >
      <form id={FORM} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-4">
        <div className={row}>
          <Field label="Price">
            <Select {...register('priceMove')}>
              <option value="">Leave as it is</option>
              <option value="set">Set to</option>
              <option value="raise">Raise by</option>
              <option value="lower">Lower by</option>
              <option value="raisePercent">Raise by percent</option>
              <option value="lowerPercent">Lower by percent</option>
            </Select>
          </Field>
          {priceMove && (
            <Field label={priceMove.endsWith('Percent') ? 'Percent' : 'Amount'} error={errors.price?.message}>
              <Input
                before={priceMove.endsWith('Percent') ? '%' : '$'}
                inputMode="decimal"
                autoComplete="off"
                {...register('price', { required: 'Enter a figure.', validate: isMoney })}
              />
            </Field>
          )}
        </div>
        <div className={row}>
          <Field label="Stock">
            <Select {...register('stockMove')}>
              <option value="">Leave as it is</option>
              <option value="set">Set to</option>
              <option value="raise">Add</option>
              <option value="lower">Take off</option>
            </Select>
          </Field>
          {stockMove && (
            <Field label="Units" error={errors.stock?.message}>
              <Input
                inputMode="numeric"
                autoComplete="off"
                {...register('stock', { required: 'Enter a number.', validate: isStock })}
              />
            </Field>
          )}
        </div>
        {stockMove && (
          <p className="-mt-2 text-sm text-muted">
            Products with several variants will be refused: each variant has a stock of its own.
          </p>
        )}
        <div className={row}>
          <Field label="Status">
            <Select {...register('status')}>
              <option value="">Leave as it is</option>
              <option value="active">Active</option>
              <option value="hidden">Hidden</option>
            </Select>
          </Field>
          <Field label="Category">
            <Select {...register('category')}>
              <option value="">Leave as it is</option>
              <option value="none">None</option>
              {flatCategories(categories).map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        {errors.root?.server?.message && (
          <FieldError id="bulk-edit-error">{errors.root.server.message}</FieldError>
        )}
      </form>
    </Dialog>
  );
}

const row = 'grid grid-cols-1 gap-x-4 gap-y-3 min-[26rem]:grid-cols-2';
