import { LIMITS } from '@souk/contracts';
import { useState } from 'react';
import { Checkbox } from '~/components/choice';
import { Field } from '~/components/field';
import { FormDialog } from '~/components/form-dialog';
import { Input } from '~/components/input';
import { toast } from '~/components/toast';
import { useSubmitForm } from '~/lib/form';
import { formatMoney } from '~/lib/format';
import { randomKey } from '~/lib/random-key';
import { atMost, isMoney, orNull } from '~/lib/rules';
import { type PartOf, useRefundPart } from '../api/sales';
import { refundTotal } from '../model/refund-total';
import { RefundLine } from './refund-line';

interface RefundDialogProps {
  of: PartOf;
  onClose: () => void;
}

/** Says how much goes back before it does. */
export function RefundDialog({ of, onClose }: RefundDialogProps) {
  const { order, part } = of;
  const [key] = useState(randomKey);
  const refund = useRefundPart();
  const items = order.items.filter(({ storeId }) => storeId === part.store.id);
  const form = useSubmitForm({
    defaultValues: {
      lines: items.map(({ id }) => ({ itemId: id, quantity: 0, restock: false })),
      shipping: false,
      amount: '',
      reason: '',
    },
    onSubmit: async ({ lines, shipping, amount, reason }) => {
      const input = { lines: lines.filter(({ quantity }) => quantity > 0), shipping, amount: orNull(amount) };
      await refund.mutateAsync({ ...of, key, input: { ...input, reason } });
      toast.success(
        isFree
          ? `The goods of ${order.number} are taken back`
          : `${formatMoney(total, order.currency)} of ${order.number} goes back`,
      );
      onClose();
    },
  });
  const { lines, shipping, amount } = form.watch();
  const total = refundTotal(part, items, {
    quantities: lines.map(({ quantity }) => quantity),
    shipping,
    amount,
  });
  const isFree = total === '0.00';
  const isNothing = isFree && lines.every(({ quantity }) => quantity === 0);
  const { errors } = form.formState;
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={`Refund ${order.number}`}
      description={`Up to ${formatMoney(part.refundable, order.currency)} can go back, the way the buyer paid.`}
      submit={`Refund ${formatMoney(total, order.currency)}`}
      cancel="Not now"
      disabled={isNothing}
    >
      <ul className="flex flex-col divide-y divide-line">
        {items.map((item, index) => (
          <RefundLine
            key={item.id}
            item={item}
            currency={order.currency}
            quantity={lines[index]?.quantity ?? 0}
            onQuantity={(quantity) => form.setValue(`lines.${index}.quantity`, quantity)}
            restock={form.register(`lines.${index}.restock`)}
          />
        ))}
      </ul>
      {Number(part.refundableShipping) > 0 && (
        <Checkbox {...form.register('shipping')}>
          Shipping, {formatMoney(part.refundableShipping, order.currency)}
        </Checkbox>
      )}
      <Field
        label="Another amount"
        optional
        hint="On top of what you chose above."
        error={errors.amount?.message}
      >
        <Input inputMode="decimal" autoComplete="off" {...form.register('amount', { validate: isMoney })} />
      </Field>
      <Field label="Reason" hint="The buyer reads it." error={errors.reason?.message}>
        <Input
          autoComplete="off"
          {...form.register('reason', {
            required: 'Say why the money goes back.',
            maxLength: atMost(LIMITS.refundReason.max),
          })}
        />
      </Field>
      <p className="flex items-baseline justify-between gap-4 border-t border-line pt-4" aria-live="polite">
        <span className="text-muted">The buyer gets back</span>
        <span className="text-xl font-semibold tabular-nums">{formatMoney(total, order.currency)}</span>
      </p>
    </FormDialog>
  );
}
