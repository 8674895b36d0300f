import { LIMITS } from '@souk/contracts';
import { Controller, type UseFormReturn } from 'react-hook-form';
import { Field } from '~/components/field';
import { Textarea } from '~/components/input';
import { RatingInput } from '~/components/rating-input';
import { formatNumber } from '~/lib/format';

/** `rating` is null until one is chosen. */
export interface ReviewValues {
  rating: number | null;
  comment: string;
}

export function ReviewFields({
  form,
}: {
  form: Pick<UseFormReturn<ReviewValues>, 'control' | 'register' | 'formState'>;
}) {
  const { errors } = form.formState;
  return (
    <>
      <Controller
        control={form.control}
        name="rating"
        rules={{ validate: (rating) => rating !== null || 'Choose one to five stars.' }}
        render={({ field: { value, onChange, ref } }) => (
          <RatingInput
            ref={ref}
            legend="Your rating"
            value={value}
            onChange={onChange}
            error={errors.rating?.message}
          />
        )}
      />
      <Field
        label="Your review"
        hint="What is it like to use? What should others know before they buy?"
        error={errors.comment?.message}
      >
        <Textarea
          rows={6}
          {...form.register('comment', {
            validate: (comment) => comment.trim() !== '' || 'Write a few words.',
            maxLength: {
              value: LIMITS.reviewComment.max,
              message: `Use at most ${formatNumber(LIMITS.reviewComment.max)} characters.`,
            },
          })}
        />
      </Field>
    </>
  );
}

/** The form's values once they are valid. */
export const toReview = ({ rating, comment }: ReviewValues) => ({ rating: Number(rating), comment });
