import type { BulkChange } from '@souk/contracts/bulk.dto';
import type { CategoryDto } from '@souk/contracts/categories.dto';
import { useWatch } from 'react-hook-form';
import { FormDialog } from '~/components/form-dialog';
import { Field } from '~/components/field';
import { Input, Select } from '~/components/input';
import { CategoryOptions } from './category-options';
import { useSubmitForm } from '~/lib/form';
import { plural } from '~/lib/format';
import { isMoney } from '~/lib/rules';
import {
  PRICE_WAYS,
  type PriceWay,
  STOCK_WAYS,
  type StockWay,
  isPercent,
  isUnits,
  priceChange,
  stockChange,
} from '../model/bulk-change';

export type BulkKind = 'price' | 'stock' | 'category';

interface BulkChangeDialogProps {
  kind: BulkKind;
  /** Of the products that are selected. */
  count: number;
  categories: readonly CategoryDto[];
  onClose: () => void;
  /** Rejects with what was wrong with the change itself. */
  onApply: (change: BulkChange) => Promise<unknown>;
}

const EFFECTS: Record<BulkKind, string> = {
  price: 'Of a product with variants, every variant changes alike.',
  stock: 'Products with several variants are left out: each variant has a stock of its own.',
  category: 'The category that each was in before is given up.',
};

interface Values {
  priceWay: PriceWay;
  stockWay: StockWay;
  figure: string;
  categoryId: string;
}

function changeOf(kind: BulkKind, { priceWay, stockWay, figure, categoryId }: Values): BulkChange {
  if (kind === 'price') return priceChange(priceWay, figure);
  if (kind === 'stock') return stockChange(stockWay, figure);
  return { categoryId: Number(categoryId) || null };
}

/** Asks for the one change that all selected products are to have. */
export function BulkChangeDialog({ kind, count, categories, onClose, onApply }: BulkChangeDialogProps) {
  const form = useSubmitForm<Values>({
    defaultValues: { priceWay: 'set', stockWay: 'set', figure: '', categoryId: '' },
    onSubmit: async (values) => {
      await onApply(changeOf(kind, values));
      onClose();
    },
  });
  const { register, formState } = form;
  const error = formState.errors.figure?.message;
  const isByPercent = useWatch({ control: form.control, name: 'priceWay' }).endsWith('Percent');
  const isPrice = (figure: string) =>
    isByPercent ? isPercent(figure) : figure.trim() === '' ? 'Enter an amount.' : isMoney(figure);
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={`Change the ${kind} of ${plural(count, 'product')}`}
      description={EFFECTS[kind]}
      submit={`Change ${plural(count, 'product')}`}
    >
      {kind === 'category' ? (
        <Field label="Category">
          <Select {...register('categoryId')}>
            <CategoryOptions categories={categories} />
          </Select>
        </Field>
      ) : (
        <div className="grid gap-5 sm:grid-cols-[3fr_2fr] sm:gap-3">
          <Field label="How">
            {kind === 'price' ? (
              <Select {...register('priceWay')}>{choices(PRICE_WAYS)}</Select>
            ) : (
              <Select {...register('stockWay')}>{choices(STOCK_WAYS)}</Select>
            )}
          </Field>
          {kind === 'price' ? (
            <Field label={isByPercent ? 'Percent' : 'Amount'} error={error}>
              <Input
                before={isByPercent ? '%' : '$'}
                inputMode="decimal"
                autoComplete="off"
                {...register('figure', { validate: isPrice })}
              />
            </Field>
          ) : (
            <Field label="Units" error={error}>
              <Input inputMode="numeric" autoComplete="off" {...register('figure', { validate: isUnits })} />
            </Field>
          )}
        </div>
      )}
    </FormDialog>
  );
}

const choices = (ways: Record<string, string>) =>
  Object.entries(ways).map(([way, label]) => (
    <option key={way} value={way}>
      {label}
    </option>
  ));
