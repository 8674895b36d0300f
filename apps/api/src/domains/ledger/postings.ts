import type { LedgerKind } from '@souk/contracts';
import { allocate } from '../../platform/money/shares';
import { refundedTax } from '../orders/refunded-tax';

/**
 * `gateway`: money that is there, so it is negative while it is. `vendor`: what stores are owed. `commission`: what the
 * marketplace keeps. `tax`: what goes to the state. `payouts`: on its way to vendors. `buyers`: what is to go back.
 */
export type LedgerAccount = 'gateway' | 'vendor' | 'commission' | 'tax' | 'payouts' | 'buyers';

/** Credits are positive, debits negative; minor units. */
export interface Posting {
  account: LedgerAccount;
  kind: LedgerKind;
  amount: number;
  storeId: number | null;
  partId: number | null;
}

/** One store's share of an order, as it was sold. */
export interface SoldPart {
  partId: number;
  storeId: number;
  /** What the buyer paid for it. */
  total: number;
  commission: number;
  /** Added and contained. */
  tax: number;
}

/** What is still booked of a part: what has not gone back of it. */
export interface BookedPart {
  sold: SoldPart;
  /** What its store has of it. */
  vendor: number;
  commission: number;
  tax: number;
}

type Parties = Pick<Posting, 'storeId' | 'partId'>;
const NOBODY: Parties = { storeId: null, partId: null };

/** The buyer has paid: each store has its share, without the marketplace's and the state's. */
export function postSale(parts: SoldPart[]): Posting[] {
  const total = parts.reduce((sum, part) => sum + part.total, 0);
  return somethingOf([
    { account: 'gateway', kind: 'sale', amount: -total, ...NOBODY },
    ...parts.flatMap(({ total: amount, commission, tax, storeId, partId }): Posting[] => [
      { account: 'vendor', kind: 'sale', amount, storeId, partId },
      ...toOthers({ storeId, partId }, commission, tax),
    ]),
  ]);
}

/**
 * Some of it goes back: the tax as credit notes have it, the rest from store and marketplace in proportion to what they
 * still have, by largest remainder. So no cent is lost, nobody gives more than they have, and when all is back nobody
 * has any.
 * @throws RangeError when more goes back than is booked
 */
export function postRefund({ sold, vendor, commission, tax }: BookedPart, amount: number): Posting[] {
  const left = vendor + commission + tax;
  if (amount > left) throw new RangeError('More than was booked cannot go back.');
  const { storeId, partId } = sold;
  const ofTax = Math.min(tax, refundedTax(sold, sold.total - left, amount));
  const [, ofCommission = 0] = allocate(amount - ofTax, [vendor, commission]);
  return somethingOf([
    { account: 'gateway', kind: 'refund', amount, ...NOBODY },
    { account: 'vendor', kind: 'refund', amount: -amount, storeId, partId },
    ...toOthers({ storeId, partId }, -ofCommission, -ofTax),
  ]);
}

/** What the store passes on. */
function toOthers(of: Parties, commission: number, tax: number): Posting[] {
  return [
    ...move('commission', commission, 'vendor', 'commission', of),
    ...move('tax', tax, 'vendor', 'tax', of),
  ];
}

export const postPayout = (storeId: number, amount: number) =>
  move('payout', amount, 'vendor', 'payouts', { storeId, partId: null });

export const postPaid = (storeId: number, amount: number) =>
  move('payout', amount, 'payouts', 'gateway', { storeId, partId: null });

export const postReturned = (storeId: number, amount: number) =>
  move('payout', amount, 'payouts', 'vendor', { storeId, partId: null });

/** Money that came too late is the buyer's. */
export const postLate = (amount: number) => move('sale', amount, 'gateway', 'buyers', NOBODY);
export const postLateReturned = (amount: number) => move('refund', amount, 'buyers', 'gateway', NOBODY);

const move = (
  kind: LedgerKind,
  amount: number,
  from: LedgerAccount,
  to: LedgerAccount,
  of: Parties,
): Posting[] => [
  { account: from, kind, amount: -amount, ...of },
  { account: to, kind, amount, ...of },
];

const somethingOf = (postings: Posting[]) => postings.filter(({ amount }) => amount !== 0);
