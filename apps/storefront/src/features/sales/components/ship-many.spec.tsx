import type { OrderDto, OrderPartDto } from '@souk/contracts/orders.dto';
import type { ShipmentReport } from '@souk/contracts/shipping.dto';
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

it('ships all in one request and says which could not be shipped, and why', async () => {
  const bodies: unknown[] = [];
  const refused = {
    code: 'INVALID_TRANSITION',
    message: 'This part of the order is cancelled.',
    details: {},
  };
  const report: ShipmentReport = {
    items: [
      { partId: 10, ok: true, error: null },
      { partId: 20, ok: false, error: refused },
    ],
    succeeded: 1,
    failed: 1,
  };
  globalThis.fetch = jest.fn(async (input: RequestInfo | URL) => {
    bodies.push(await (input as Request).json());
    return Response.json(report);
  });
  const user = userEvent.setup({ delay: null });
  const onClose = jest.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ShipMany parts={parts} open onClose={onClose} />
    </QueryClientProvider>,
  );

  await user.click(screen.getByLabelText(/^Carrier(?! of)/));
  await user.paste('DHL');
  await user.clear(screen.getByLabelText('Carrier of SK-2'));
  await user.click(screen.getByLabelText('Carrier of SK-2'));
  await user.paste('UPS');
  await user.click(screen.getByLabelText('Tracking number of SK-1'));
  await user.paste('0034');
  await user.click(screen.getByRole('button', { name: 'Mark 2 as shipped' }));

  await screen.findByText('1 parcel shipped, 1 not: see why below.');
  const [first, second] = screen.getAllByRole('listitem');
  if (!first || !second) throw new Error('There are two rows.');
  expect(within(second).getByText('This part of the order is cancelled.')).toBeVisible();
  expect(within(first).getByText('Shipped')).toBeVisible();
  expect(bodies).toEqual([
    {
      items: [
        { partId: 10, carrier: 'DHL', trackingNumber: '0034' },
        { partId: 20, carrier: 'UPS', trackingNumber: null },
      ],
    },
  ]);

  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(onClose).toHaveBeenCalledWith([10]);
});
