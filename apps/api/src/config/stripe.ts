import type { Settings } from './settings';

export interface StripeConfig {
  secretKey: string;
  webhookSecret: string;
  /** Undefined: Stripe's own. */
  apiBase: string | undefined;
}

export function stripe(settings: Settings, production: boolean, currency: string): StripeConfig {
  const needed = (name: string) =>
    settings.text(name) ?? settings.refuse(name, 'is needed with PAYMENT_PROVIDER=stripe', '');
  const apiBase = settings.url('STRIPE_API_BASE', ['http', 'https']);
  if (production && apiBase)
    settings.refuse('STRIPE_API_BASE', 'must not be set in production: money is taken by Stripe itself', '');
  // amounts are hundredths here and the smallest unit there
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  if (maximumFractionDigits !== 2)
    settings.refuse('CURRENCY', 'must have two decimals with PAYMENT_PROVIDER=stripe', currency);
  return {
    secretKey: needed('STRIPE_SECRET_KEY'),
    webhookSecret: needed('STRIPE_WEBHOOK_SECRET'),
    apiBase,
  };
}
