import type { TestToken } from '@souk/contracts';
import type { UseFormReturn } from 'react-hook-form';
import { Radio, RadioGroup } from '~/components/choice';
import type { CheckoutValues } from './checkout-values';

interface Outcome {
  token: TestToken;
  label: string;
  description: string;
}

const OUTCOMES: readonly Outcome[] = [
  { token: 'tok_ok', label: 'Card that works', description: 'Paid at once.' },
  {
    token: 'tok_declined',
    label: 'Card that is declined',
    description: 'The bank says no; nothing is charged.',
  },
  {
    token: 'tok_confirm',
    label: 'Card whose bank asks once more',
    description: 'Paid as soon as you say that it is you.',
  },
  { token: 'tok_slow', label: 'Card of a slow bank', description: 'Paid after about three seconds.' },
  {
    token: 'tok_later',
    label: 'Payment that is confirmed later',
    description: 'The order waits for the money for some seconds.',
  },
  {
    token: 'tok_timeout',
    label: 'Bank that does not answer',
    description: 'The order waits, then the payment fails; nothing is charged.',
  },
];

/** The test gateway's outcomes stand where a card would be entered. */
export function PaymentFields({ form }: { form: UseFormReturn<CheckoutValues> }) {
  return (
    <RadioGroup
      legend="What the bank will answer"
      error={form.formState.errors.payment?.token?.message}
      className="gap-2.5"
    >
      {OUTCOMES.map(({ token, label, description }) => (
        <Radio
          key={token}
          value={token}
          label={label}
          description={description}
          {...form.register('payment.token')}
        />
      ))}
    </RadioGroup>
  );
}
