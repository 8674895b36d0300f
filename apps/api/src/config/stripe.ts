import type { Settings } from './settings';

/** The release whose API the server library speaks. */
const SCRIPT = 'https://js.stripe.com/endive/stripe.js';

export interface StripeConfig {
  secretKey: string;
  /** For the form in the browser; no secret. */
  publishableKey: string;
  webhookSecret: string;
  /** Undefined: Stripe's own. */
  apiBase: string | undefined;
  /** Brings the form; with another `apiBase` it comes from there. */
  scriptUrl: string;
  /** What form and charge agree on. Cards bring Apple Pay and Google Pay along; none of them leads the buyer away. */
  methods: readonly 'card'[];
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
  const secretKey = needed('STRIPE_SECRET_KEY');
  return {
    secretKey,
    publishableKey: publishable(settings, needed('STRIPE_PUBLISHABLE_KEY'), secretKey),
    webhookSecret: needed('STRIPE_WEBHOOK_SECRET'),
    apiBase,
    scriptUrl: apiBase ? `${apiBase}/stripe.js` : SCRIPT,
    methods: ['card'],
  };
}

/** Everybody gets to see it, so nothing but a publishable key will do; and both must be of one mode, or nobody can pay. */
function publishable(settings: Settings, key: string, secretKey: string): string {
  const name = 'STRIPE_PUBLISHABLE_KEY';
  if (key === '') return key;
  if (!/^pk_(test|live)_\w+$/.test(key))
    return settings.refuse(name, 'must be a publishable key, which begins with pk_test_ or pk_live_', '');
  const mode = (text: string) => /_(test|live)_/.exec(text)?.[1];
  if (mode(secretKey) !== undefined && mode(secretKey) !== mode(key))
    return settings.refuse(name, 'must be of the same mode, test or live, as STRIPE_SECRET_KEY', '');
  return key;
}
