import { LIMITS } from '@souk/contracts';
import type { CartDto, CartItemDto } from '@souk/contracts/cart.dto';
import type { PaymentConfigDto } from '@souk/contracts/payments.dto';
import { type ReactNode, useEffect, useRef } from 'react';
import { type UseFormReturn, useWatch } from 'react-hook-form';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { SectionCard } from '~/components/card';
import { Field } from '~/components/field';
import { FormErrorSummary } from '~/components/form-error-summary';
import { Input } from '~/components/input';
import { useSubmitForm } from '~/lib/form';
import { emailRule } from '~/lib/form-rules';
import { formatMoney } from '~/lib/format';
import { type usePlaceOrder, totalToPay } from '../api/place-order';
import { CountryField, DeliveryAddress, type RenderSaved } from './address-fields';
import { BlockedLines, CheckoutObstacle } from './checkout-obstacle';
import { CheckoutSummary } from './checkout-summary';
import { type Buyer, type CheckoutValues, keepDraft, orderInput, readDraft } from './checkout-values';
import type { PaymentForm } from './card-fields';
import { PaymentSection } from './payment-section';

const FORM = 'checkout';

interface CheckoutProps {
  cart: CartDto;
  cartChanging: boolean;
  payments: PaymentConfigDto;
  /** Told where the goods go, or where the buyer lives, which decides the tax. */
  onCountry: (country: string) => void;
  coupons: ReactNode;
  /** null for guests, who may become one meanwhile without losing what they typed. */
  buyer: Buyer | null;
  checkout: ReturnType<typeof usePlaceOrder>;
  /** Offers an account (in forms of its own) beside the guest's e-mail field. `email`: as typed so far. */
  renderAccount: (email: string, emailField: ReactNode) => ReactNode;
  renderSaved: RenderSaved | null;
  fixing: boolean;
  onFix: (items: readonly CartItemDto[]) => void;
}

export function Checkout({
  cart,
  cartChanging,
  payments,
  onCountry,
  coupons,
  buyer,
  checkout,
  renderAccount,
  renderSaved,
  fixing,
  onFix,
}: CheckoutProps) {
  const { obstacle, isPlacing } = checkout;
  const total = totalToPay(cart, obstacle);
  const isFree = Number(total) === 0;
  const card = useRef<PaymentForm>(null);
  const form = useSubmitForm<CheckoutValues>({
    defaultValues: readDraft(buyer),
    onSubmit: async (values) => {
      const token = isFree ? null : await tokenFor(values, card.current, buyer);
      const payment = { method: payments.provider, token };
      await checkout.place(orderInput(values, buyer, payment, { ...cart, total }));
    },
  });
  const email = useWatch({ control: form.control, name: 'email' });
  useDraft(form, buyer);
  const country = useWatch({ control: form.control, name: 'shippingAddress.country' });
  useEffect(() => onCountry(country), [country, onCountry]);

  const blocked = cart.items.filter(({ available, quantity }) => available < quantity);
  const keepAvailable = () => {
    checkout.dismiss();
    onFix(blocked);
  };
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-8">
      <div className="flex min-w-0 flex-col gap-6">
        <FormErrorSummary form={form} />
        {/* Outside of the form, which cannot hold the forms of the account. */}
        <SectionCard title="Contact" className="gap-4">
          {buyer ? (
            <p>
              Signed in as <span className="font-medium">{buyer.email}</span>. The confirmation goes there.
            </p>
          ) : (
            renderAccount(email, <GuestEmail form={form} />)
          )}
        </SectionCard>
        <form
          id={FORM}
          onSubmit={(event) => void form.submit(event)}
          noValidate
          className="flex flex-col gap-6"
        >
          {cart.shippingRequired && (
            <SectionCard title="Delivery address">
              <DeliveryAddress form={form} renderSaved={renderSaved} />
            </SectionCard>
          )}
          {!cart.shippingRequired && cart.taxMode !== 'none' && (
            <SectionCard title="Where you live" description="It decides the tax.">
              <CountryField form={form} />
            </SectionCard>
          )}
          {!isFree && <PaymentSection config={payments} form={form} total={total} cardRef={card} />}
        </form>
      </div>
      <CheckoutSummary
        cart={cart}
        changing={cartChanging}
        coupons={coupons}
        action={
          <Button asChild variant="link" size="sm">
            <Link to="/cart">Change cart</Link>
          </Button>
        }
      >
        {obstacle && (blocked.length === 0 || obstacle.kind === 'inDoubt') && (
          <CheckoutObstacle
            obstacle={obstacle}
            currency={cart.currency}
            onCheckAgain={() => void checkout.resume()}
          />
        )}
        {blocked.length > 0 && obstacle?.kind !== 'inDoubt' ? (
          <BlockedLines items={blocked} fixing={fixing} onFix={keepAvailable} />
        ) : (
          (obstacle?.kind !== 'inDoubt' || isPlacing) && (
            <Button type="submit" form={FORM} size="lg" loading={isPlacing || form.formState.isSubmitting}>
              {payLabel(isFree, obstacle?.kind === 'changed', formatMoney(total, cart.currency))}
            </Button>
          )
        )}
      </CheckoutSummary>
    </div>
  );
}

/** @param card where one is asked for; the test gateway has none */
function tokenFor(
  { email, shippingAddress, payment }: CheckoutValues,
  card: PaymentForm | null,
  buyer: Buyer | null,
): string | Promise<string> {
  if (!card) return payment.token;
  return card.token({ name: shippingAddress.name || null, email: buyer?.email ?? email });
}

function GuestEmail({ form: { register, formState } }: { form: UseFormReturn<CheckoutValues> }) {
  return (
    <Field
      label="E-mail address"
      hint="For the confirmation and news of the delivery."
      error={formState.errors.email?.message}
    >
      <Input
        form={FORM}
        type="email"
        autoComplete="email"
        maxLength={LIMITS.email.max}
        {...register('email', emailRule)}
      />
    </Field>
  );
}

function payLabel(isFree: boolean, isChanged: boolean, total: string): string {
  if (isFree) return 'Place order';
  return isChanged ? `Accept and pay ${total}` : `Pay ${total}`;
}

/** Keeps what is typed over a reload, and fills in what an account adds. */
function useDraft(
  { subscribe, getValues, setValue, unregister }: ReturnType<typeof useSubmitForm<CheckoutValues>>,
  buyer: Buyer | null,
): void {
  useEffect(
    () => subscribe({ formState: { values: true }, callback: ({ values }) => keepDraft(values) }),
    [subscribe],
  );
  const isGuest = buyer === null;
  useEffect(() => {
    // The guest's field is gone from the page; its rules would still keep the form from being sent.
    if (!isGuest) unregister('email', { keepValue: true });
  }, [isGuest, unregister]);
  const name = buyer?.name;
  useEffect(() => {
    if (name && !getValues('shippingAddress.name')) setValue('shippingAddress.name', name);
  }, [name, getValues, setValue]);
}
