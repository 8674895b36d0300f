import type { OrderDto, OrderInput } from '@souk/contracts/orders.dto';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createQueryClient } from '~/lib/query';
import { usePlaceOrder } from './place-order';

const INPUT: OrderInput = { email: 'jo@example.com', payment: { method: 'test', token: 'tok_ok' } };
const lost = () => Promise.reject(new TypeError('Failed to fetch'));
const placed = () => Promise.resolve(Response.json({ id: 4, accessToken: 'secret' }, { status: 201 }));
const refused =
  (status: number, code: string, details = {}) =>
  () =>
    Promise.resolve(
      Response.json({ success: false, error: { code, message: code, details }, requestId: 'r' }, { status }),
    );

const keys: (string | null)[] = [];

/** Answers one request after the other; the last answer stays. */
function answerWith(...answers: (() => Promise<Response>)[]): void {
  globalThis.fetch = jest.fn(async (request: RequestInfo | URL) => {
    keys.push((request as Request).headers.get('idempotency-key'));
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    return answer ? answer() : lost();
  });
}

type Bank = (order: OrderDto, token: string | null) => Promise<OrderDto>;

function checkout(bank: Bank = (order) => Promise.resolve(order)) {
  const onPlaced = jest.fn();
  const queries = createQueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  return { onPlaced, ...renderHook(() => usePlaceOrder(onPlaced, bank), { wrapper }) };
}

beforeEach(() => {
  keys.length = 0;
  sessionStorage.clear();
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

it('asks again with the same key while the answer is lost', async () => {
  answerWith(lost, refused(409, 'REQUEST_IN_PROGRESS'), placed);
  const { result, onPlaced } = checkout();
  let done: Promise<unknown> = Promise.resolve();
  act(() => {
    done = result.current.place(INPUT);
  });
  await waitFor(() => expect(result.current.obstacle).toEqual({ kind: 'inDoubt', checking: true }));
  await act(async () => {
    await jest.advanceTimersByTimeAsync(5000);
    await done;
  });
  expect(onPlaced.mock.calls[0]?.[0]).toMatchObject({ id: 4 });
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
});

it('keeps its key when asking again is limited', async () => {
  answerWith(lost, refused(429, 'RATE_LIMIT_EXCEEDED', { retryAfter: 40 }), placed);
  const { result, onPlaced } = checkout();
  act(() => void result.current.place(INPUT));
  await waitFor(() => expect(result.current.obstacle).toEqual({ kind: 'inDoubt', checking: true }));
  await act(() => jest.advanceTimersByTimeAsync(5000));
  await waitFor(() => expect(onPlaced).toHaveBeenCalled());
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
});

it('takes a new key after a definite refusal', async () => {
  answerWith(refused(402, 'PAYMENT_DECLINED'), placed);
  const { result } = checkout();
  await act(() => result.current.place(INPUT));
  await waitFor(() => expect(result.current.obstacle).toEqual({ kind: 'declined' }));
  await act(() => result.current.place(INPUT));
  expect(new Set(keys).size).toBe(2);
});

it('finds out after a reload what became of an attempt', async () => {
  answerWith(lost);
  const before = checkout();
  act(() => void before.result.current.place(INPUT));
  await waitFor(() => expect(keys).toHaveLength(1));
  before.unmount();

  answerWith(placed);
  const after = checkout();
  await waitFor(() => expect(after.onPlaced).toHaveBeenCalled());
  expect(new Set(keys).size).toBe(1);
});

it('tells what has changed, and leaves to the form what the form can show', async () => {
  const changes = [{ kind: 'shipping', newShipping: '4.90' }];
  answerWith(refused(409, 'CART_CHANGED', { total: '20.00', changes }), refused(400, 'VALIDATION_ERROR'));
  const { result } = checkout();
  await act(() => result.current.place(INPUT));
  await waitFor(() => expect(result.current.obstacle).toEqual({ kind: 'changed', changes, total: '20.00' }));
  await act(() => expect(result.current.place(INPUT)).rejects.toMatchObject({ code: 'VALIDATION_ERROR' }));
  answerWith(refused(429, 'RATE_LIMIT_EXCEEDED', { retryAfter: 40 }));
  await act(() =>
    expect(result.current.place(INPUT)).rejects.toThrow('Too many tries. Try again in 40 seconds.'),
  );
  await waitFor(() => expect(result.current.obstacle).toBeNull());
});

it('lets the buyer answer the bank before it opens the order', async () => {
  answerWith(placed);
  const bank = jest.fn(async (order: OrderDto, _token: string | null): Promise<OrderDto> => ({
    ...order,
    accessToken: null,
    paymentStatus: 'paid',
  }));
  const { result, onPlaced } = checkout(bank);
  await act(() => result.current.place(INPUT));
  expect(bank.mock.calls[0]).toEqual([expect.objectContaining({ id: 4 }), 'secret']);
  expect(onPlaced.mock.calls[0]?.[0]).toMatchObject({ id: 4, accessToken: 'secret', paymentStatus: 'paid' });
});

it('counts a payment that the buyer did not confirm as declined', async () => {
  answerWith(placed);
  const { result, onPlaced } = checkout((order) => Promise.resolve({ ...order, paymentStatus: 'failed' }));
  await act(() => result.current.place(INPUT));
  await waitFor(() => expect(result.current.obstacle).toEqual({ kind: 'declined' }));
  expect(onPlaced).not.toHaveBeenCalled();
});

it('opens the order when the bank could not be asked: the order is there', async () => {
  answerWith(placed);
  const { result, onPlaced } = checkout(() => Promise.reject(new Error('No script.')));
  await act(() => result.current.place(INPUT));
  expect(onPlaced.mock.calls[0]?.[0]).toMatchObject({ id: 4 });
});
