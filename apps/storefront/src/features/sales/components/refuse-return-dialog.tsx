import { LIMITS } from '@souk/contracts';
import type { ReturnDto } from '@souk/contracts/returns.dto';
import { useId } from 'react';
import { Button } from '~/components/button';
import { Dialog } from '~/components/dialog';
import { Field } from '~/components/field';
import { FormErrorSummary } from '~/components/form-error-summary';
import { Textarea } from '~/components/input';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { atMost } from '~/lib/rules';
import { type PartOf, useAnswerReturn } from '../api/sales';

interface RefuseReturnDialogProps extends Pick<PartOf, 'order'> {
  asked: ReturnDto;
  onClose: () => void;
}

export function RefuseReturnDialog({ order, asked, onClose }: RefuseReturnDialogProps) {
  const formId = useId();
  const { refuse } = useAnswerReturn({ order }, asked.id);
  const form = useSubmitForm({
    defaultValues: { reason: '' },
    onSubmit: async (values) => {
      await refuse.mutateAsync(values);
      toast.success(`The return of ${order.number} is refused`);
      onClose();
    },
  });
  const { errors, isSubmitting } = form.formState;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Refuse the return of ${order.number}?`}
      description="Nothing goes back. The buyer may ask again while the time for it runs."
      footer={
        <>
          <Button variant="secondary" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" form={formId} variant="danger" loading={isSubmitting}>
            Refuse the return
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => void form.submit(event)}
        noValidate
        className="flex flex-col gap-5"
      >
        <FormErrorSummary form={form} />
        <Field label="Reason" hint="The buyer reads it." error={errors.reason?.message}>
          <Textarea
            rows={3}
            {...form.register('reason', {
              required: 'Say why you do not take it back.',
              maxLength: atMost(LIMITS.returnAnswer.max),
            })}
          />
        </Field>
      </form>
    </Dialog>
  );
}
