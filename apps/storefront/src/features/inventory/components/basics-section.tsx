import { LIMITS } from '@souk/contracts';
import { SectionCard } from '~/components/card';
import { Field } from '~/components/field';
import { Input, Textarea } from '~/components/input';
import { atLeast, atMost } from '~/lib/rules';
import type { SectionProps } from './section-props';

export function BasicsSection({ form: { register, formState } }: SectionProps) {
  const { errors } = formState;
  return (
    <SectionCard title="Basics" description="What it is, in the words that a buyer would search for.">
      <Field label="Name" error={errors.name?.message}>
        <Input
          {...register('name', {
            required: 'Enter a name.',
            minLength: atLeast(LIMITS.productName.min),
            maxLength: atMost(LIMITS.productName.max),
          })}
        />
      </Field>
      <Field
        label="Description"
        hint="Material, size, care, what makes it yours. Line breaks are kept."
        error={errors.description?.message}
      >
        <Textarea
          rows={6}
          {...register('description', {
            required: 'Enter a description.',
            maxLength: atMost(LIMITS.productDescription.max),
          })}
        />
      </Field>
    </SectionCard>
  );
}
