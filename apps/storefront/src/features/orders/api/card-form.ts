import type { Appearance, Stripe, StripeElements, StripeError } from '@stripe/stripe-js';
import { toMinor } from '@souk/contracts';
import type { PaymentConfigDto } from '@souk/contracts/payments.dto';
import { FormProblem } from '~/lib/form';
import { loadStripe } from './stripe';

export interface Payer {
  /** null where no name was asked for. */
  name: string | null;
  email: string;
}

/** Stripe's form, in frames of its own: nothing of what is typed there can be read here. */
export interface CardForm {
  /** What the order is paid with, once. Rejects with a `FormProblem`. */
  token(payer: Payer): Promise<string>;
  /** @param total decimal, above 0 */
  update(total: string): void;
  /** Follows the page's theme. */
  repaint(): void;
  close(): void;
}

/** @returns when it can be typed into; rejects when Stripe cannot be reached */
export async function openCardForm(
  config: PaymentConfigDto,
  total: string,
  place: HTMLElement,
): Promise<CardForm> {
  const stripe = await loadStripe(config);
  const elements = stripe.elements({
    mode: 'payment',
    amount: toMinor(total),
    currency: config.currency.toLowerCase(),
    allowedPaymentMethodTypes: config.methods,
    appearance: appearance(),
    locale: 'en',
  });
  const payment = elements.create('payment', { layout: 'tabs', wallets: { link: 'never' } });
  await new Promise<void>((ready, failed) => {
    payment.once('ready', () => ready());
    payment.once('loaderror', ({ error }) => {
      payment.destroy();
      failed(new Error(error.message));
    });
    payment.mount(place);
  });
  return {
    token: (payer) =>
      tokenOf(stripe, elements, payer).catch((error: unknown) => {
        throw error instanceof FormProblem ? error : new FormProblem(NOT_CHECKED, { cause: error });
      }),
    update: (newTotal) => elements.update({ amount: toMinor(newTotal) }),
    repaint: () => elements.update({ appearance: appearance() }),
    close: () => payment.destroy(),
  };
}

async function tokenOf(stripe: Stripe, elements: StripeElements, { name, email }: Payer): Promise<string> {
  const { error: incomplete } = await elements.submit();
  if (incomplete) throw new FormProblem(wordsFor(incomplete));
  const { error, confirmationToken } = await stripe.createConfirmationToken({
    elements,
    params: { payment_method_data: { billing_details: { ...(name && { name }), email } } },
  });
  if (error) throw new FormProblem(wordsFor(error));
  return confirmationToken.id;
}

/** Stripe's own words are for buyers only where the card itself is meant. */
const wordsFor = ({ type, message }: StripeError): string =>
  (type === 'validation_error' || type === 'card_error') && message ? message : NOT_CHECKED;

const NOT_CHECKED =
  'The card could not be checked, and nothing was charged. Check your connection and try again.';

/** The page's own colours, as they are now. */
function appearance(): Appearance {
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    theme: document.documentElement.classList.contains('dark') ? 'night' : 'stripe',
    variables: {
      colorPrimary: colour('action'),
      colorBackground: colour('surface'),
      colorText: colour('ink'),
      colorTextSecondary: colour('muted'),
      colorTextPlaceholder: colour('muted'),
      colorDanger: colour('danger'),
      fontFamily: 'Inter, system-ui, sans-serif',
      fontSizeBase: '15px',
      borderRadius: '10px',
      spacingUnit: '4px',
    },
    rules: { '.Input': { borderColor: colour('line-strong'), boxShadow: 'none' } },
  };
}
