import type { OrderDto, OrderPartDto } from '@souk/contracts/orders.dto';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ShipMany } from './ship-many';

const part = (id: number): OrderPartDto => ({
  id,
  store: { id: 3, name: 'Ember and Ash' },
  status: 'pending',
  carrier: null,
  trackingNumber: null,
  subtotal: '18.00',
  couponCode: null,
  discount: '0.00',
  shipping: '4.90',
  tax: '0.00',
  taxIncluded: '0.00',
  total: '22.90',
  refundedAmount: '0.00',
  refundable: '22.90',
  refundableShipping: '4.90',
  refunds: [],
  returns: [],
  returnableUntil: null,
  shippedAt: null,
  deliveredAt: null,
  cancelledAt: null,
  permissions: { cancel: true, next: ['shipped'], refund: true, return: false },
});

const order = (id: number): OrderDto => ({
  id,
  number: `SK-${id}`,
  customer: null,
  email: 'jo@example.com',
  dateOrdered: '2026-11-02T09:30:00.000Z',
  complete: true,
  transactionId: null,
  paymentStatus: 'paid',
  paymentAction: null,
  status: 'pending',
  currency: 'USD',
  subtotal: '18.00',
  discountTotal: '0.00',
  shippingTotal: '4.90',
  taxTotal: '0.00',
  taxIncludedTotal: '0.00',
  taxCountry: 'US',
  totalAmount: '22.90',
  refundedAmount: '0.00',
  shippingRequired: true,
  shippingAddress: null,
  items: [],
  parts: [part(id * 10)],
  accessToken: null,
});

const parts = [1, 2].map((id) => ({ order: order(id), part: part(id * 10) }));

it('ships one by one and says which could not be shipped, and why', async () => {
  const bodies: unknown[] = [];
  globalThis.fetch = jest.fn(async (input: RequestInfo | URL) => {
    const request = input as Request;
    bodies.push(await request.json());
    if (!request.url.endsWith('/2')) return Response.json(order(1));
    const error = {
      code: 'INVALID_TRANSITION',
      message: 'This part of the order is cancelled.',
      details: {},
    };
    return Response.json({ success: false, error, requestId: 'r' }, { status: 409 });
  });
  const user = userEvent.setup({ delay: null });
  const onClose = jest.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ShipMany parts={parts} open onClose={onClose} />
    </QueryClientProvider>,
  );

  await user.click(screen.getByLabelText(/Carrier/));
  await user.paste('DHL');
  await user.click(screen.getByLabelText('Tracking number of SK-1'));
  await user.paste('0034');
  await user.click(screen.getByRole('button', { name: 'Mark 2 as shipped' }));

  const [first, second] = await screen.findAllByRole('listitem');
  if (!first || !second) throw new Error('There are two rows.');
  expect(await within(second).findByText('This part of the order is cancelled.')).toBeVisible();
  expect(within(first).getByText('Shipped')).toBeVisible();
  expect(bodies).toEqual([
    { status: 'shipped', partId: 10, carrier: 'DHL', trackingNumber: '0034' },
    { status: 'shipped', partId: 20, carrier: 'DHL', trackingNumber: null },
  ]);

  await user.click(await screen.findByRole('button', { name: 'Done' }));
  expect(onClose).toHaveBeenCalledWith([10]);
});
