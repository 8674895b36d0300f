import type { TaxMode, TestToken } from '@souk/contracts';
import type { OrderInput, PaymentInput } from '@souk/contracts/orders.dto';
import { likelyCountry } from '~/lib/countries';

/** Named as in the request, so that the API's complaints find their fields. */
export interface CheckoutValues {
  email: string;
  shippingAddress: {
    name: string;
    address: string;
    city: string;
    state: string;
    zipcode: string;
    country: string;
  };
  /** What the test gateway is to answer; means nothing to others. */
  payment: { token: TestToken };
}

/** What the checkout needs to know of who buys. */
export interface Buyer {
  email: string;
  /** null where the account has none. */
  name: string | null;
}

interface CartFacts {
  total: string;
  taxMode: TaxMode;
  shippingRequired: boolean;
}

export function orderInput(
  { email, shippingAddress }: CheckoutValues,
  buyer: Buyer | null,
  payment: PaymentInput,
  { total, taxMode, shippingRequired }: CartFacts,
): OrderInput {
  return {
    email: buyer ? null : email,
    shippingAddress: shippingRequired ? { ...shippingAddress, state: shippingAddress.state || null } : null,
    country: shippingRequired || taxMode === 'none' ? null : shippingAddress.country,
    payment,
    expectedTotal: total,
  };
}

const DRAFT = 'souk.checkout.draft';

/** What was typed before the page was reloaded; never how one pays. */
export function readDraft(buyer: Buyer | null): CheckoutValues {
  const kept = storedDraft();
  return {
    email: kept?.email ?? '',
    shippingAddress: {
      name: buyer?.name ?? '',
      address: '',
      city: '',
      state: '',
      zipcode: '',
      country: likelyCountry(),
      ...kept?.shippingAddress,
    },
    payment: { token: 'tok_ok' },
  };
}

function storedDraft(): Partial<CheckoutValues> | null {
  try {
    return JSON.parse(sessionStorage.getItem(DRAFT) ?? 'null') as Partial<CheckoutValues> | null;
  } catch {
    return null;
  }
}

export function keepDraft({ email, shippingAddress }: CheckoutValues): void {
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify({ email, shippingAddress }));
  } catch {
    // Storage may be blocked: the entry then lives as long as the page.
  }
}

export function dropDraft(): void {
  try {
    sessionStorage.removeItem(DRAFT);
  } catch {
    // As above.
  }
}
