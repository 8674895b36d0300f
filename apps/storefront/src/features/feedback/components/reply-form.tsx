import { LIMITS } from '@souk/contracts';
import { Button } from '~/components/button';
import { Field } from '~/components/field';
import { FormErrorSummary } from '~/components/form-error-summary';
import { Textarea } from '~/components/input';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { atMost } from '~/lib/rules';
import { useReply } from '../api/received';

interface ReplyFormProps {
  reviewId: number;
  username: string;
  /** What was replied before, to be changed. */
  text: string;
  onDone: () => void;
}

export function ReplyForm({ reviewId, username, text, onDone }: ReplyFormProps) {
  const reply = useReply();
  const form = useSubmitForm({
    defaultValues: { text },
    onSubmit: async (values) => {
      await reply.mutateAsync({ id: reviewId, text: values.text });
      toast.success(`Your reply to ${username} is public`);
      onDone();
    },
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <form onSubmit={form.submit} noValidate className="flex max-w-prose flex-col gap-3">
      <FormErrorSummary form={form} />
      <Field
        label={`Reply to ${username}`}
        hint="Everybody can read it below the review."
        error={errors.text?.message}
      >
        <Textarea
          rows={3}
          autoFocus
          {...form.register('text', {
            required: 'Write a reply.',
            maxLength: atMost(LIMITS.reviewReply.max),
          })}
        />
      </Field>
      <div className="flex gap-2">
        <Button type="submit" size="sm" loading={isSubmitting}>
          Publish reply
        </Button>
        <Button variant="ghost" size="sm" onClick={onDone}>
          Never mind
        </Button>
      </div>
    </form>
  );
}
