import { LIMITS } from '@souk/contracts';
import type { ReturnDto } from '@souk/contracts/returns.dto';
import { Checkbox } from '~/components/choice';
import { FormDialog } from '~/components/form-dialog';
import { Field } from '~/components/field';
import { Textarea } from '~/components/input';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { formatMoney } from '~/lib/format';
import { atMost, orNull } from '~/lib/rules';
import { type PartOf, useAnswerReturn } from '../api/sales';
import { refundTotal } from '../model/refund-total';

interface AcceptReturnDialogProps extends PartOf {
  asked: ReturnDto;
  onClose: () => void;
}

/** Says how much goes back before it does. */
export function AcceptReturnDialog({ order, part, asked, onClose }: AcceptReturnDialogProps) {
  const { accept } = useAnswerReturn({ order }, asked.id);
  const form = useSubmitForm({
    defaultValues: { restock: false, shipping: false, message: '' },
    onSubmit: async ({ message, ...choice }) => {
      await accept.mutateAsync({ ...choice, message: orNull(message) });
      toast.success(`The return of ${order.number} is accepted`);
      onClose();
    },
  });
  const { errors } = form.formState;
  const items = order.items.filter(({ storeId }) => storeId === part.store.id);
  const total = refundTotal(part, items, {
    quantities: items.map(({ id, quantity, refundedQuantity }) => {
      const wanted = asked.lines.find(({ itemId }) => itemId === id)?.quantity ?? 0;
      return Math.min(wanted, quantity - refundedQuantity);
    }),
    shipping: form.watch('shipping'),
    amount: '',
  });
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={`Accept the return of ${order.number}?`}
      description="The money goes back at once, the way the buyer paid. This cannot be undone."
      submit={`Accept and refund ${formatMoney(total, order.currency)}`}
      cancel="Not now"
    >
      <Checkbox {...form.register('restock')}>Put the goods back into stock</Checkbox>
      {Number(part.refundableShipping) > 0 && (
        <Checkbox {...form.register('shipping')}>
          Give the shipping back too, {formatMoney(part.refundableShipping, order.currency)}
        </Checkbox>
      )}
      <Field
        label="Message"
        optional
        hint="The buyer reads it: where to send the goods, for instance."
        error={errors.message?.message}
      >
        <Textarea rows={3} {...form.register('message', { maxLength: atMost(LIMITS.returnAnswer.max) })} />
      </Field>
    </FormDialog>
  );
}
