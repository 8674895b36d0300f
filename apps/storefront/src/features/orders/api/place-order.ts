import type { OrderDto, OrderInput } from '@souk/contracts/orders.dto';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { toast } from '~/components/toast';
import { api, unwrap } from '~/lib/api';
import { ApiError } from '~/lib/api-error';
import { type Attempt, closeAttempt, openAttempt, startAttempt } from './attempt';
import { type CartDifference, differencesOf } from './cart-differences';
import { orderQuery } from './orders';

const PLACE = ['orders', 'place'];
/** Milliseconds before each further try; coming back online ends a pause early. */
const PAUSES = [1500, 3000, 5000, 8000, 10_000];
/** Longer than the API waits for the gateway. */
const ANSWER_LIMIT = 25_000;

/** Why there is no order yet, as far as checkout has its own words and way on for it. */
export type Obstacle =
  | { kind: 'declined' }
  | { kind: 'outOfStock' }
  | { kind: 'changed'; changes: CartDifference[]; total: string }
  /** It is not known whether the order was placed. `checking`: we are trying to find out. */
  | { kind: 'inDoubt'; checking: boolean };

interface Sending {
  attempt: Attempt;
  /** An earlier request with its key may have placed the order. */
  sentBefore: boolean;
}

/**
 * Places the order. Where no answer comes, it asks again with the same key until it knows: then either the first
 * request has placed the order, or this one does.
 */
export function usePlaceOrder(
  onPlaced: (order: OrderDto) => void,
  /** Lets the buyer do what the bank wants; see `usePaymentAction`. */
  act: (order: OrderDto, token: string | null) => Promise<OrderDto>,
) {
  const queries = useQueryClient();
  const [inDoubt, setInDoubt] = useState(() => openAttempt() !== null);
  const { mutateAsync, reset, error, isPending, isSuccess } = useMutation({
    mutationKey: PLACE,
    mutationFn: async ({ attempt, sentBefore }: Sending) => {
      const placed = await untilKnown(
        () => send(attempt),
        sentBefore,
        () => setInDoubt(true),
      );
      // The attempt stays open meanwhile: after a reload it finds the order, and the bank's question, again.
      const order = await act(placed, placed.accessToken).catch(() => placed);
      closeAttempt();
      if (order.paymentStatus === 'failed') throw declined();
      return { ...order, accessToken: placed.accessToken };
    },
    onSuccess: (order) => {
      queries.setQueryData(orderQuery(order.id, order.accessToken).queryKey, order);
      for (const noun of ['cart', 'orders', 'products']) void queries.invalidateQueries({ queryKey: [noun] });
    },
    onError: async (refusal) => {
      if (isInDoubt(refusal)) return;
      closeAttempt();
      setInDoubt(false);
      await queries.invalidateQueries({ queryKey: ['cart'] });
    },
  });

  /** Rejects with what the form itself can show; the rest is an obstacle. */
  const run = (sending: Sending) =>
    mutateAsync(sending, { onSuccess: onPlaced }).then(noValue, (refusal: unknown) => {
      if (!(refusal instanceof ApiError) || !obstacleOf(refusal)) throw refusal;
    });
  /** Asks what became of an attempt without an answer. */
  const resume = async () => {
    const attempt = openAttempt();
    if (attempt)
      await run({ attempt, sentBefore: true }).catch((refusal: Error) => toast.error(refusal.message));
  };
  const resumeFirst = useEffectEvent(() => {
    if (queries.isMutating({ mutationKey: PLACE }) === 0) void resume();
  });
  // An attempt from before the page was reloaded.
  useEffect(() => resumeFirst(), []);

  return {
    place: (input: OrderInput) => run({ attempt: startAttempt(input), sentBefore: false }),
    resume,
    /** Takes the obstacle away: it has been dealt with. */
    dismiss: reset,
    obstacle: inDoubt ? ({ kind: 'inDoubt', checking: isPending } as const) : obstacleOf(error),
    isPlacing: isPending,
    isPlaced: isSuccess,
  };
}

const noValue = () => undefined;

const declined = () => new ApiError(402, 'PAYMENT_DECLINED', 'The payment was not confirmed.');

const send = ({ key, input }: Attempt) =>
  unwrap(
    api.POST('/api/orders', {
      body: input,
      params: { header: { 'Idempotency-Key': key } },
      signal: AbortSignal.timeout(ANSWER_LIMIT),
    }),
  );

async function untilKnown<T>(send: () => Promise<T>, sentBefore: boolean, onDoubt: () => void): Promise<T> {
  let repeats = sentBefore;
  const ask = () =>
    send().catch((error: unknown) => {
      throw repeats && isLimited(error) ? ApiError.unreachable(error) : error;
    });
  for (const pause of PAUSES) {
    try {
      return await ask();
    } catch (error) {
      if (!isInDoubt(error)) throw error;
      repeats = true;
      onDoubt();
      await pauseOrOnline(pause);
    }
  }
  return ask();
}

/** Says nothing of what became of an earlier request. */
const isLimited = (error: unknown): boolean =>
  error instanceof ApiError && error.code === 'RATE_LIMIT_EXCEEDED';

/** No answer, a failure half-way, or the same attempt still under way: the order may exist. */
const isInDoubt = (error: unknown): boolean =>
  error instanceof ApiError &&
  (error.status === 0 || error.status >= 500 || error.code === 'REQUEST_IN_PROGRESS');

function pauseOrOnline(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
  });
}

function obstacleOf(error: Error | null): Obstacle | null {
  if (!(error instanceof ApiError)) return null;
  if (isInDoubt(error)) return { kind: 'inDoubt', checking: false };
  if (error.code === 'PAYMENT_DECLINED') return { kind: 'declined' };
  if (error.code === 'OUT_OF_STOCK') return { kind: 'outOfStock' };
  if (error.code === 'CART_CHANGED') {
    return { kind: 'changed', changes: differencesOf(error), total: String(error.details.total) };
  }
  return null;
}

/**
 * What the button says and the order expects. That a guest has used a coupon before is known from the refusal alone: the
 * cart, which knows no address, goes on counting it.
 */
export function totalToPay(
  cart: { total: string; discountTotal: string },
  obstacle: Obstacle | null,
): string {
  if (obstacle?.kind !== 'changed' || Number(cart.discountTotal) === 0) return cart.total;
  const isUsed = obstacle.changes.some(
    (change) =>
      change.kind === 'discount' && change.coupons.some(({ problem }) => problem === 'COUPON_USED_BY_YOU'),
  );
  return isUsed ? obstacle.total : cart.total;
}
