import type { OrderDto, OrderItemDto, OrderPartDto } from '@souk/contracts/orders.dto';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { RefundDialog } from './refund-dialog';

const part = {
  id: 8,
  store: { id: 3, name: 'Ember and Ash' },
  refundable: '24.90',
  refundableShipping: '4.90',
} as OrderPartDto;
const mug = { id: 21, storeId: 3, name: 'Mug', options: {}, quantity: 2, refundedQuantity: 0, paid: '20.00' };
const order = { id: 4, number: 'SK-4', currency: 'USD', items: [mug as OrderItemDto] } as OrderDto;

it('says what goes back before it does, and sends it once more with the same key', async () => {
  const sent: { key: string | null; body: unknown }[] = [];
  globalThis.fetch = jest.fn(async (input: RequestInfo | URL) => {
    const request = input as Request;
    sent.push({ key: request.headers.get('Idempotency-Key'), body: await request.json() });
    if (sent.length > 1) return Response.json(order, { status: 201 });
    const error = { code: 'SERVER_ERROR', message: 'Try again later.', details: {} };
    return Response.json({ success: false, error, requestId: 'r' }, { status: 503 });
  });
  const user = userEvent.setup({ delay: null });
  const onClose = jest.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <RefundDialog of={{ order, part }} onClose={onClose} />
    </QueryClientProvider>,
  );

  expect(screen.getByRole('button', { name: 'Refund $0.00' })).toBeDisabled();
  expect(screen.getByText('2 of 2 left · $10.00 each')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'One more' }));
  await user.click(screen.getByLabelText('Put back into stock'));
  await user.click(screen.getByLabelText(/^Shipping/));
  await user.click(screen.getByLabelText('Reason'));
  await user.paste('The glaze has a crack.');
  await user.click(screen.getByRole('button', { name: 'Refund $14.90' }));
  expect(await screen.findByText(/Try again later/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Refund $14.90' }));

  expect(onClose).toHaveBeenCalled();
  const [first, second] = sent;
  expect(first?.body).toEqual({
    lines: [{ itemId: 21, quantity: 1, restock: true }],
    shipping: true,
    amount: null,
    reason: 'The glaze has a crack.',
  });
  expect(second).toEqual(first);
});
