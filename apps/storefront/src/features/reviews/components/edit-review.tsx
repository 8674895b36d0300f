import type { ReviewDto } from '@souk/contracts/reviews.dto';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '~/components/button';
import { ConfirmDialog } from '~/components/confirm-dialog';
import { FormErrorSummary } from '~/components/form-error-summary';
import { SaveBar } from '~/components/save-bar';
import { useSubmitForm } from '~/lib/form';
import { useDeleteReview, useUpdateReview } from '../api/reviews';
import { ReviewFields, type ReviewValues, toReview } from './review-fields';

interface EditReviewProps {
  review: ReviewDto;
  onSaved: () => void;
  onDeleted: () => void;
}

export function EditReview({ review, onSaved, onDeleted }: EditReviewProps) {
  const update = useUpdateReview(review.id);
  const form = useSubmitForm<ReviewValues>({
    defaultValues: { rating: review.rating, comment: review.comment },
    onSubmit: async (values) => {
      await update.mutateAsync(toReview(values));
      form.reset(values);
      onSaved();
    },
  });
  const { isDirty, isSubmitting } = form.formState;
  const leave = () => {
    // Before one leaves: nobody shall be asked about unsaved changes to what is gone.
    flushSync(() => form.reset());
    onDeleted();
  };
  return (
    <form onSubmit={form.submit} noValidate className="flex flex-col gap-6">
      <FormErrorSummary form={form} />
      <ReviewFields form={form} />
      <DeleteReview id={review.id} onDeleted={leave} />
      <SaveBar dirty={isDirty} saving={isSubmitting} onDiscard={() => form.reset()} saveLabel="Save review" />
    </form>
  );
}

function DeleteReview({ id, onDeleted }: { id: number; onDeleted: () => void }) {
  const [asking, setAsking] = useState(false);
  const remove = useDeleteReview(id);
  return (
    <div className="border-t border-line pt-6">
      <Button variant="secondary" className="text-danger" onClick={() => setAsking(true)}>
        Delete review
      </Button>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title="Delete your review?"
        description="It disappears from the product, with the store's reply. You may write another one later."
        confirm="Delete"
        action={remove}
        onConfirm={() => remove.mutate(undefined, { onSuccess: onDeleted })}
      />
    </div>
  );
}
