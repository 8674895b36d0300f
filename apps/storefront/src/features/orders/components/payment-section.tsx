import type { PaymentConfigDto } from '@souk/contracts/payments.dto';
import type { Ref } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { Badge } from '~/components/badge';
import { SectionCard } from '~/components/card';
import { CardFields, type PaymentForm } from './card-fields';
import type { CheckoutValues } from './checkout-values';
import { PaymentFields } from './payment-fields';

interface PaymentSectionProps {
  config: PaymentConfigDto;
  form: UseFormReturn<CheckoutValues>;
  /** Decimal, above 0. */
  total: string;
  cardRef: Ref<PaymentForm>;
}

/** How one pays, as the marketplace's provider asks for it. */
export function PaymentSection({ config, form, total, cardRef }: PaymentSectionProps) {
  if (config.provider === 'stripe') {
    return (
      <SectionCard
        title="Payment"
        description="Stripe takes the payment. Your card’s number goes to it alone and is never seen here."
      >
        <CardFields config={config} total={total} ref={cardRef} />
      </SectionCard>
    );
  }
  return (
    <SectionCard
      title="Payment"
      description="No money moves here. Choose how the payment should turn out."
      actions={<Badge tone="accent">Test mode</Badge>}
    >
      <PaymentFields form={form} />
    </SectionCard>
  );
}
