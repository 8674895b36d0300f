import type { CouponProblem } from '@souk/contracts';
import type { ApiError } from '~/lib/api-error';

/** One entry in the details of `CART_CHANGED`. Money as decimal strings. */
export type CartDifference =
  | { kind: 'price'; itemId: number; name: string; oldPrice: string; newPrice: string }
  | { kind: 'stock'; itemId: number; name: string; requested: number; available: number }
  | { kind: 'gone'; itemId: number; name: string }
  | { kind: 'shipping'; newShipping: string }
  | { kind: 'tax'; newTax: string }
  | { kind: 'discount'; newDiscount: string; coupons: { code: string; problem: CouponProblem }[] };

/** The document leaves the details of errors open. */
export const differencesOf = (error: ApiError): CartDifference[] =>
  Array.isArray(error.details.changes) ? (error.details.changes as CartDifference[]) : [];
