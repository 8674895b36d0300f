import { LIMITS, RETURN_REASONS, type ReturnReason } from '@souk/contracts';
import type { OrderDto, OrderItemDto, OrderPartDto } from '@souk/contracts/orders.dto';
import { Field } from '~/components/field';
import { FormDialog } from '~/components/form-dialog';
import { Select, Textarea } from '~/components/input';
import { announce } from '~/components/live-region';
import { QuantityInput } from '~/components/quantity-input';
import { FormProblem, useSubmitForm } from '~/lib/form';
import { formatDay } from '~/lib/format';
import { optionsText } from '~/lib/options-text';
import { RETURN_REASON_WORDS } from '~/lib/return-words';
import { atMost, orNull } from '~/lib/rules';
import { useAskReturn } from '../api/returns';

interface ReturnDialogProps {
  order: OrderDto;
  part: OrderPartDto;
  /** Of a guest's order. */
  token: string | null;
  onClose: () => void;
}

/** What shall go back, and why. */
export function ReturnDialog({ order, part, token, onClose }: ReturnDialogProps) {
  const ask = useAskReturn(order.id, token);
  const items = order.items.filter(
    ({ storeId, returnableQuantity }) => storeId === part.store.id && returnableQuantity > 0,
  );
  const isOnlyUnit = items.length === 1 && items[0]?.returnableQuantity === 1;
  const form = useSubmitForm({
    defaultValues: {
      lines: items.map(({ id }) => ({ itemId: id, quantity: isOnlyUnit ? 1 : 0 })),
      reason: '' as ReturnReason | '',
      note: '',
    },
    onSubmit: async ({ lines, reason, note }) => {
      if (reason === '') return;
      const wanted = lines.filter(({ quantity }) => quantity > 0);
      if (wanted.length === 0) throw new FormProblem('Choose how many units go back.');
      const input = { lines: wanted, reason, note: orNull(note) };
      await ask.mutateAsync({ partId: part.id, input });
      announce(`${part.store.name} is asked to take it back`);
      onClose();
    },
  });
  const lines = form.watch('lines');
  const { errors } = form.formState;
  const until = part.returnableUntil ? ` You can ask until ${formatDay(part.returnableUntil)}.` : '';
  return (
    <FormDialog
      form={form}
      onClose={onClose}
      title={`Return goods to ${part.store.name}`}
      description={`The store answers by e-mail. When it accepts, what you paid for them goes back to you.${until}`}
      submit="Ask for the return"
      cancel="Keep everything"
    >
      <ul className="flex flex-col divide-y divide-line">
        {items.map((item, index) => (
          <ReturnLine
            key={item.id}
            item={item}
            quantity={lines[index]?.quantity ?? 0}
            onQuantity={(quantity) => form.setValue(`lines.${index}.quantity`, quantity)}
          />
        ))}
      </ul>
      <Field label="Reason" error={errors.reason?.message}>
        <Select {...form.register('reason', { required: 'Choose the reason.' })}>
          <option value="">Choose one</option>
          {RETURN_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {RETURN_REASON_WORDS[reason]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="What should the store know?" optional error={errors.note?.message}>
        <Textarea rows={3} {...form.register('note', { maxLength: atMost(LIMITS.returnNote.max) })} />
      </Field>
    </FormDialog>
  );
}

interface ReturnLineProps {
  item: OrderItemDto;
  quantity: number;
  onQuantity: (quantity: number) => void;
}

function ReturnLine({ item, quantity, onQuantity }: ReturnLineProps) {
  const options = optionsText(item.options);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 py-4 first:pt-0">
      <div className="flex min-w-0 flex-1 basis-40 flex-col">
        <span className="font-medium break-words">{item.name}</span>
        <span className="text-sm text-muted">
          {options && `${options} · `}
          {item.returnableQuantity} of {item.quantity} can go back
        </span>
      </div>
      <QuantityInput
        label={`Return units of ${item.name}`}
        min={0}
        max={item.returnableQuantity}
        value={quantity}
        onChange={onQuantity}
      />
    </li>
  );
}
