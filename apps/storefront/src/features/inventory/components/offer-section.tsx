import { LIMITS } from '@souk/contracts';
import type { ProductDto } from '@souk/contracts/products.dto';
import { Plus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { Controller, useFieldArray } from 'react-hook-form';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { FieldError } from '~/components/field';
import { plural } from '~/lib/format';
import { toValues } from '../model/product-values';
import {
  type VariantGrid,
  addOption,
  addValue,
  optionsProblem,
  removeOption,
  removeValue,
  renameOption,
} from '../model/variant-grid';
import { OptionEditor } from './option-editor';
import type { SectionProps } from './section-props';
import { OfferFields } from './offer-fields';
import { VariantRows } from './variant-rows';

interface OfferSectionProps extends SectionProps {
  saved: ProductDto | null;
}

/** Price and stock: of the product itself, or of each of its variants once there are options. */
export function OfferSection({ form, saved }: OfferSectionProps) {
  const { control, formState, getValues, setValue } = form;
  const { fields, replace, remove } = useFieldArray({ control, name: 'variants', keyName: 'key' });
  const known = useMemo(() => (saved ? toValues(saved).variants : []), [saved]);
  const adder = useRef<HTMLButtonElement>(null);
  const [tooMany, setTooMany] = useState(false);

  const change = (edit: (grid: VariantGrid) => VariantGrid) => {
    const { options, variants } = getValues();
    const next = edit({ options, variants });
    setTooMany(next.variants.length > LIMITS.variants.max);
    if (next.variants.length > LIMITS.variants.max) return;
    setValue('options', next.options, { shouldDirty: true, shouldValidate: formState.isSubmitted });
    // Rows whose figures stand in the page keep their place there unless something about them has changed.
    if (next.variants !== variants) replace(next.variants);
  };
  const problem = tooMany
    ? `That would be more than ${plural(LIMITS.variants.max, 'variant')}.`
    : formState.errors.options?.message;

  return (
    <Controller
      control={control}
      name="options"
      rules={{ validate: (options) => optionsProblem(options) ?? true }}
      render={({ field: { value: options } }) => (
        <SectionCard
          title="Price and stock"
          description={
            options.length > 0
              ? 'Each variant has its own price, stock and number.'
              : 'Add options when it comes in sizes, colours or other kinds.'
          }
        >
          {options.length === 0 && <OfferFields form={form} index={0} />}
          {options.map((option, index) => (
            <OptionEditor
              key={index}
              option={option}
              position={index + 1}
              onRename={(name) => change((grid) => renameOption(grid, index, name))}
              onAdd={(value) => change((grid) => addValue(grid, index, value, known))}
              onRemoveValue={(value) => change((grid) => removeValue(grid, index, value))}
              onRemove={() => {
                change((grid) => removeOption(grid, index));
                adder.current?.focus();
              }}
            />
          ))}
          {problem && <FieldError id="options-error">{problem}</FieldError>}
          {options.length < LIMITS.options.max && (
            <Button
              ref={adder}
              variant="secondary"
              size="sm"
              className="self-start"
              onClick={() => change(addOption)}
            >
              <Plus aria-hidden />
              {options.length === 0 ? 'Add options like size or colour' : 'Add another option'}
            </Button>
          )}
          {options.some(({ values }) => values.length > 0) && (
            <VariantRows form={form} rows={fields} onReplace={replace} onRemove={remove} />
          )}
        </SectionCard>
      )}
    />
  );
}
