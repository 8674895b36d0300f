import type { OrderDto } from '@souk/contracts/orders.dto';
import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createQueryClient } from '~/lib/query';
import { usePaymentAction } from './payment-action';

const paymentAction = { provider: 'test', clientSecret: 'of this payment' };
const ORDER = { id: 4, paymentStatus: 'pending', paymentAction } as OrderDto;
const PAID = { ...ORDER, paymentStatus: 'paid', paymentAction: null };

interface Bank {
  /** Whether it knows the payment. */
  knows: boolean;
  /** What the API says of the order afterwards. */
  now: object;
}

/** @returns what comes of it when the buyer pays and, where the bank asks, presses the button */
async function pay({ knows, now }: Bank, order: OrderDto, button: string | null): Promise<OrderDto> {
  globalThis.fetch = jest.fn(async (request: RequestInfo | URL) => {
    if (!(request as Request).url.endsWith('/confirmations')) return Response.json(now);
    const error = { code: 'NOT_FOUND', message: 'The charge is not there.', details: {} };
    return knows ? new Response(null, { status: 204 }) : Response.json({ error }, { status: 404 });
  });
  let acting: Promise<OrderDto> = Promise.resolve(order);
  const Page = () => {
    const { act, dialog } = usePaymentAction();
    const start = () => {
      acting = act(order, null);
      acting.catch(() => undefined);
    };
    return (
      <>
        <button onClick={start}>Pay</button>
        {dialog}
      </>
    );
  };
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Page />
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Pay' }));
  if (button) await user.click(await screen.findByRole('button', { name: button }));
  return acting;
}

it.each(['Yes, confirm', 'No, refuse', 'Close'])('asks the API what became of "%s"', async (button) => {
  expect(await pay({ knows: true, now: PAID }, ORDER, button)).toEqual(PAID);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(globalThis.fetch).toHaveBeenCalledTimes(button === 'Close' ? 1 : 2);
});

it('needs no bank that was answered in another window', async () => {
  expect(await pay({ knows: false, now: PAID }, ORDER, 'Yes, confirm')).toEqual(PAID);
});

it('fails where the bank could not be asked and the payment still waits', async () => {
  const failing = pay({ knows: false, now: ORDER }, ORDER, 'Yes, confirm');
  await expect(failing).rejects.toThrow('The charge is not there.');
});

it('asks nobody where nothing is wanted', async () => {
  const order = { ...ORDER, paymentAction: null };
  expect(await pay({ knows: true, now: PAID }, order, null)).toBe(order);
  expect(globalThis.fetch).not.toHaveBeenCalled();
});
