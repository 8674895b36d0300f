import { useEffect } from 'react';
import { Button } from '~/components/button';
import { FormErrorSummary } from '~/components/form-error-summary';
import { useSubmitForm } from '~/lib/form';
import { useCreateReview } from '../api/reviews';
import { dropDraft, keepDraft, readDraft } from '../draft';
import { ReviewFields, type ReviewValues, toReview } from './review-fields';

interface NewReviewProps {
  productId: number;
  onPublished: () => void;
}

export function NewReview({ productId, onPublished }: NewReviewProps) {
  const create = useCreateReview(productId);
  const { rating = null, comment = '' } = readDraft(productId);
  const form = useSubmitForm<ReviewValues>({
    defaultValues: { rating, comment },
    onSubmit: async (values) => {
      await create.mutateAsync(toReview(values));
      dropDraft(productId);
      onPublished();
    },
  });
  const { subscribe } = form;
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => keepDraft(productId, values) }),
    [subscribe, productId],
  );
  return (
    <form onSubmit={form.submit} noValidate className="flex flex-col gap-6">
      <FormErrorSummary form={form} />
      <ReviewFields form={form} />
      <div>
        <Button type="submit" size="lg" loading={form.formState.isSubmitting}>
          Publish review
        </Button>
      </div>
    </form>
  );
}
