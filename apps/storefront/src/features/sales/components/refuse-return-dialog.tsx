import { LIMITS } from '@souk/contracts';
import type { ReturnDto } from '@souk/contracts/returns.dto';
import { FormDialog } from '~/components/form-dialog';
import { Field } from '~/components/field';
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
  const { refuse } = useAnswerReturn({ order }, asked.id);
  const form = useSubmitForm({
    defaultValues: { reason: '' },
    onSubmit: async (values) => {
      await refuse.mutateAsync(values);
      toast.success(`The return of ${order.number} is refused`);
      onClose();
    },
  });
  const { errors } = form.formState;
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={`Refuse the return of ${order.number}?`}
      description="Nothing goes back. The buyer may ask again, three times in all, while the time for it runs."
      submit="Refuse the return"
      cancel="Not now"
      danger
    >
      <Field label="Reason" hint="The buyer reads it." error={errors.reason?.message}>
        <Textarea
          rows={3}
          {...form.register('reason', {
            required: 'Say why you do not take it back.',
            maxLength: atMost(LIMITS.returnAnswer.max),
          })}
        />
      </Field>
    </FormDialog>
  );
}
