import type { OrderInput } from '@souk/contracts/orders.dto';
import { randomKey } from '~/lib/random-key';

/** One wish to order. Sent again with the same key it is carried out once. */
export interface Attempt {
  key: string;
  input: OrderInput;
}

/** The provider's token in it is no card data: it is good for this one payment. */
const PLACE = 'souk.checkout.attempt';

/** The attempt that has no answer yet, also after the page was reloaded. */
export function openAttempt(): Attempt | null {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE) ?? 'null') as Attempt | null;
  } catch {
    return null;
  }
}

/** Remembered before it is sent: afterwards may be too late. */
export function startAttempt(input: OrderInput): Attempt {
  const attempt = { key: randomKey(), input };
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(attempt));
  } catch {
    // Storage may be blocked: the attempt then does not survive a reload.
  }
  return attempt;
}

export function closeAttempt(): void {
  try {
    sessionStorage.removeItem(PLACE);
  } catch {
    // As above.
  }
}
