import type { Operation } from './operations';

/** Who asks, as far as access depends on it. Null is nobody. */
export interface Asker {
  name: string;
  userType: 'buyer' | 'vendor';
  isStaff: boolean;
  /** Of the API key that is sent; null for a sign-in. */
  scopes: string[] | null;
}

/** What is asked for. Names are of askers. */
export interface Thing {
  id: number;
  /** For people who read a failure. */
  label: string;
  /** May do with it as they please. */
  owners: string[];
  seenBy: 'everyone' | string[];
  /** Have paid for it. */
  boughtBy?: string[];
  /** What lies below it in the path, and belongs to it. */
  children?: Record<string, number | string>;
}

export type Verdict = 'allowed' | 401 | 403 | 404;

type Rule = (asker: Asker | null, thing: Thing) => Verdict;

const sees = (asker: Asker | null, { seenBy }: Thing) =>
  seenBy === 'everyone' || (asker !== null && seenBy.includes(asker.name));
const owns = (asker: Asker | null, { owners }: Thing) => asker !== null && owners.includes(asker.name);

const anyone: Rule = () => 'allowed';
const whoSees: Rule = (asker, thing) => (sees(asker, thing) ? 'allowed' : 404);
const signedIn: Rule = (asker) => (asker ? 'allowed' : 401);
const vendors: Rule = (asker) => (asker ? (asker.userType === 'vendor' ? 'allowed' : 403) : 401);
const staff: Rule = (asker) => (asker ? (asker.isStaff ? 'allowed' : 403) : 401);
/** Others are refused, unless they may not even know that it is there. */
const whoOwns: Rule = (asker, thing) => {
  if (!asker) return 401;
  if (owns(asker, thing)) return 'allowed';
  return sees(asker, thing) ? 403 : 404;
};
const whoOwnsOfThoseWhoSee: Rule = (asker, thing) =>
  sees(asker, thing) ? (owns(asker, thing) ? 'allowed' : 403) : 404;
const vendorWhoOwns: Rule = (asker, thing) =>
  vendors(asker, thing) === 'allowed' ? whoOwns(asker, thing) : vendors(asker, thing);
/** As above, where nobody else may know of it: never 403. */
const inPrivate: Rule = (asker, thing) => (asker ? (owns(asker, thing) ? 'allowed' : 404) : 401);
const staffWhoSee: Rule = (asker, thing) =>
  staff(asker, thing) === 'allowed' ? whoSees(asker, thing) : staff(asker, thing);

/** Path → kind of thing; the first that fits. `child` is the kind that the second parameter names. */
const KINDS: { path: RegExp; kind: string; child?: string }[] = [
  { path: /^\/api\/auth\/(register|login|refresh)$/, kind: 'sign-in' },
  { path: /^\/api\/auth\/sessions\/\{id\}$/, kind: 'session' },
  { path: /^\/api\/addresses\/\{id\}$/, kind: 'address' },
  { path: /^\/api\/wish-list\/\{id\}$/, kind: 'wish' },
  { path: /^\/api\/notifications\/\{id\}\/read$/, kind: 'notification' },
  { path: /^\/api\/auth\/keys\/\{id\}$/, kind: 'API key' },
  { path: /^\/api\/webhooks\/\{id\}\/deliveries\/\{deliveryId\}/, kind: 'webhook', child: 'delivery' },
  { path: /^\/api\/webhooks\/\{id\}/, kind: 'webhook' },
  { path: /^\/api\/admin\/users\/\{id\}\//, kind: 'account' },
  { path: /^\/api\/admin\/stores\/\{id\}\//, kind: 'store' },
  { path: /^\/api\/admin\/products\/\{id\}\//, kind: 'product' },
  { path: /^\/api\/admin\/reviews\/\{id\}\//, kind: 'review' },
  { path: /^\/api\/admin\/categories\/\{id\}\//, kind: 'category' },
  { path: /^\/api\/stores\/\{id\}\/imports\/\{importId\}(\/undo)?$/, kind: 'store', child: 'import' },
  { path: /^\/api\/stores\/\{id\}\/statements\/\{month\}/, kind: 'store with money', child: 'month' },
  {
    path: /^\/api\/stores\/\{id\}\/(balance|ledger|earnings|statements|payouts|payout-account)$/,
    kind: 'store with money',
  },
  { path: /^\/api\/admin\/payouts\/\{id\}\//, kind: 'payout' },
  { path: /^\/api\/admin\/jobs\/\{id\}\//, kind: 'job' },
  { path: /^\/api\/admin\/webhook-deliveries\/\{id\}\//, kind: 'delivery' },
  { path: /^\/api\/admin\/social-posts\/\{id\}\//, kind: 'post' },
  { path: /^\/api\/stores\/\{id\}\/coupons\/\{couponId\}$/, kind: 'store', child: 'coupon' },
  { path: /^\/api\/stores\/\{id\}/, kind: 'store' },
  { path: /^\/api\/products\/\{id\}\/images\/\{imageId\}$/, kind: 'product', child: 'image' },
  { path: /^\/api\/products\/\{id\}/, kind: 'product' },
  { path: /^\/api\/vendors\/\{id\}/, kind: 'vendor' },
  { path: /^\/api\/cart\/items\/\{id\}$/, kind: 'cart item' },
  { path: /^\/api\/orders\/\{id\}\/cancel$/, kind: 'order to cancel' },
  { path: /^\/api\/orders\/\{id\}\/check-payment$/, kind: 'order to pay' },
  { path: /^\/api\/orders\/\{id\}\/parts\/\{partId\}\/refunds$/, kind: 'order to refund', child: 'part' },
  { path: /^\/api\/orders\/\{id\}\/parts\/\{partId\}\/returns$/, kind: 'delivered order', child: 'part' },
  {
    path: /^\/api\/orders\/\{id\}\/returns\/\{returnId\}\/withdraw$/,
    kind: 'return to withdraw',
    child: 'return',
  },
  {
    path: /^\/api\/orders\/\{id\}\/returns\/\{returnId\}\/(accept|refuse)$/,
    kind: 'return to answer',
    child: 'return',
  },
  { path: /^\/api\/orders\/\{id\}\/reorder$/, kind: 'order to repeat' },
  { path: /^\/api\/orders\/\{id\}\/claim$/, kind: 'order to claim' },
  { path: /^\/api\/orders\/\{id\}\/downloads\/\{itemId\}$/, kind: 'bought file', child: 'item' },
  { path: /^\/api\/downloads\/\{token\}$/, kind: 'signed link' },
  { path: /^\/api\/payments\/webhook\/\{provider\}$/, kind: 'payment provider' },
  { path: /^\/api\/orders\/\{id\}\/credit-notes\.pdf$/, kind: 'order with a credit note' },
  { path: /^\/api\/orders\/\{id\}(\/(documents|timeline|(invoice|packing-slip)\.pdf))?$/, kind: 'order' },
  { path: /^\/api\/reviews\/\{id\}\/reply$/, kind: 'review to answer' },
  { path: /^\/api\/reviews\/\{id\}$/, kind: 'review' },
  { path: /^[^{]+$/, kind: 'nothing in particular' },
];

const whoSellsOrStaff: Rule = (asker, thing) => {
  if (!asker) return 401;
  if (!sees(asker, thing)) return 404;
  return owns(asker, thing) || asker.isStaff ? 'allowed' : 403;
};

/**
 * Who may do what with whose thing: `x-access` and the kind of thing in the path. An operation without a rule here
 * fails the suite; a new one is classified by a deliberate line, not by what the server happens to answer.
 */
export const RULES: Record<string, Rule> = {
  'anyone: sign-in': anyone,
  'anyone: nothing in particular': anyone,
  'user: nothing in particular': signedIn,
  'vendor: nothing in particular': vendors,
  'staff: nothing in particular': staff,

  'anyone: store': whoSees,
  'owner: store': whoOwns,
  'owner: store with money': whoOwns,
  'anyone: product': whoSees,
  'owner: product': whoOwns,
  'reviewer: product': (asker, thing) => {
    if (!asker) return 401;
    if (!sees(asker, thing)) return 404;
    if (owns(asker, thing)) return 403;
    return asker.userType === 'vendor' || thing.boughtBy?.includes(asker.name) ? 'allowed' : 403;
  },
  'anyone: vendor': whoSees,
  'anyone: cart item': whoSees,
  'anyone: order': whoSees,
  'anyone: order with a credit note': whoSees,
  'anyone: order to cancel': whoOwnsOfThoseWhoSee,
  'anyone: delivered order': whoOwnsOfThoseWhoSee,
  'anyone: return to withdraw': whoOwnsOfThoseWhoSee,
  'anyone: order to pay': whoOwnsOfThoseWhoSee,
  'user: order to refund': whoSellsOrStaff,
  'user: return to answer': whoSellsOrStaff,
  // its customer: not even the vendor, whose sale it is
  'user: order to repeat': whoOwns,
  // whoever sends its secret
  'user: order to claim': (asker, thing) => (asker ? whoSees(asker, thing) : 401),
  'anyone: bought file': whoOwnsOfThoseWhoSee,
  'anyone: signed link': whoSees,
  'anyone: payment provider': whoSees,
  'vendor: order': vendorWhoOwns,
  'anyone: review': whoSees,
  'author: review': whoOwns,
  'owner: review to answer': whoOwns,

  'user: session': inPrivate,
  'user: API key': inPrivate,
  'user: address': inPrivate,
  'user: wish': inPrivate,
  'user: webhook': inPrivate,
  'user: notification': inPrivate,
  'staff: account': staffWhoSee,
  'staff: store': staffWhoSee,
  'staff: product': staffWhoSee,
  'staff: review': staffWhoSee,
  'staff: category': staffWhoSee,
  'staff: payout': staffWhoSee,
  'staff: job': staffWhoSee,
  'staff: delivery': staffWhoSee,
  'staff: post': staffWhoSee,
};

/** What an API key needs for its writing; `null`: no key opens it, nor anything that is not here. */
const WRITING: [RegExp, string | null][] = [
  [/^\/api\/(auth|admin|notifications)\//, null],
  [/^\/api\/stores\/\{id\}\/payout/, null],
  [/\/reviews(\/|$)/, 'reviews'],
  [/^\/api\/(cart|orders|addresses|wish-list)(\/|$)/, 'orders'],
  [/^\/api\/(stores|products)(\/|$)/, 'products'],
  [/^\/api\/webhooks(\/|$)/, 'webhooks'],
];
const SHUT_TO_KEYS = /^\/api\/(admin|notifications|auth\/(?!profile$))/;

/** Whether the API key that is sent, if one is, may do this for its owner. */
export function isInScope({ scopes }: Asker, { method, path }: Operation): boolean {
  if (scopes === null) return true;
  const needed =
    method === 'GET'
      ? SHUT_TO_KEYS.test(path)
        ? null
        : 'read'
      : WRITING.find(([pattern]) => pattern.test(path))?.[1];
  return typeof needed === 'string' && scopes.includes(needed);
}

export interface Classified {
  operation: Operation;
  kind: string;
  /** Kind that the second path parameter names. */
  child: string | null;
  rule: Rule;
}

/** @throws Error that names every operation without a rule */
export function classify(operations: Operation[], rules: Record<string, Rule> = RULES): Classified[] {
  const unknown: string[] = [];
  const known = operations.flatMap((operation) => {
    const found = KINDS.find(({ path }) => path.test(operation.path));
    const rule = found && rules[`${operation.access}: ${found.kind}`];
    if (rule) return [{ operation, kind: found.kind, child: found.child ?? null, rule }];
    unknown.push(
      `${operation.name} (x-access ${operation.access}, ${found?.kind ?? 'unknown kind of path'})`,
    );
    return [];
  });
  if (unknown.length === 0) return known;
  throw new Error(`Operations without a rule in test/isolation/rules.ts:\n${unknown.join('\n')}`);
}
