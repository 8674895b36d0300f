import type { Stripe } from '@stripe/stripe-js';
import type { PaymentConfigDto } from '@souk/contracts/payments.dto';

let loading: Promise<Stripe> | null = null;

/**
 * Stripe's script, for pages where somebody pays and no others. It comes from where the API says, which is Stripe
 * itself: it must not be copied. After a failure the next call tries again.
 */
export function loadStripe({ scriptUrl, publishableKey }: PaymentConfigDto): Promise<Stripe> {
  if (!scriptUrl || !publishableKey) throw new Error('Stripe takes no money here.');
  loading ??= addScript(scriptUrl).then(() => {
    if (!window.Stripe) throw new Error("Stripe's script brought nothing.");
    return window.Stripe(publishableKey);
  });
  loading.catch(() => (loading = null));
  return loading;
}

function addScript(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => {
      script.remove();
      reject(new Error("Stripe's script could not be loaded."));
    };
    document.head.append(script);
  });
}
