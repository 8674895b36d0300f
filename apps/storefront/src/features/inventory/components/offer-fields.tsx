import { LIMITS } from '@souk/contracts';
import { Field } from '~/components/field';
import { Input } from '~/components/input';
import { cn } from '~/lib/cn';
import { atMost, isMoney, isStock } from '~/lib/rules';
import type { SectionProps } from './section-props';

interface OfferFieldsProps extends SectionProps {
  /** Of the variant. */
  index: number;
  /** One of many rows: labels are seen on phones only, and there are no hints. */
  compact?: boolean;
}

/** Of the figures in the list of variants, and of the headings above them. */
export const VARIANT_COLUMNS = 'md:grid-cols-[1fr_1fr_0.9fr_1.25fr]';

/** What one variant costs and how many there are. */
export function OfferFields({ form: { register, formState, getValues }, index, compact }: OfferFieldsProps) {
  const errors = formState.errors.variants?.[index];
  const path = `variants.${index}` as const;
  const field = compact ? 'md:[&>div:first-child]:sr-only' : '';
  const money = compact ? 'pr-2 pl-7' : '';
  const isReduction = (text: string) => {
    const price = Number(getValues(`${path}.price`));
    return text.trim() === '' || Number(text) > price || 'Enter more than the price, or nothing.';
  };
  return (
    <div
      className={cn(
        'grid gap-x-3 gap-y-4',
        compact ? cn('flex-1 grid-cols-2', VARIANT_COLUMNS) : 'grid-cols-1 min-[26rem]:grid-cols-2 sm:gap-5',
      )}
    >
      <Field label="Price" error={errors?.price?.message} className={field}>
        <Input
          before="$"
          className={money}
          inputMode="decimal"
          autoComplete="off"
          {...register(`${path}.price`, { required: 'Enter a price.', validate: isMoney })}
        />
      </Field>
      <Field
        label={compact ? 'Price before' : 'Price before a reduction'}
        optional={!compact}
        hint={compact ? undefined : 'Shown struck through.'}
        error={errors?.compareAtPrice?.message}
        className={field}
      >
        <Input
          before="$"
          className={money}
          inputMode="decimal"
          autoComplete="off"
          {...register(`${path}.compareAtPrice`, { validate: { isMoney, isReduction } })}
        />
      </Field>
      <Field label="Stock" error={errors?.stockQuantity?.message} className={field}>
        <Input
          inputMode="numeric"
          autoComplete="off"
          {...register(`${path}.stockQuantity`, { required: 'Enter the stock, or 0.', validate: isStock })}
        />
      </Field>
      <Field
        label={compact ? 'SKU' : 'Your number (SKU)'}
        optional={!compact}
        error={errors?.sku?.message}
        className={field}
      >
        <Input
          autoComplete="off"
          className={compact ? 'px-2.5' : ''}
          {...register(`${path}.sku`, { maxLength: atMost(LIMITS.sku.max) })}
        />
      </Field>
    </div>
  );
}
