import type { CartDto } from '@souk/contracts/cart.dto';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { createQueryClient } from '~/lib/query';
import { cartQuery } from '../api/cart';
import { CartContents } from './cart-contents';

const STORE = { id: 3, name: 'Ember and Ash', slug: 'ember-and-ash' };
const CART: CartDto = {
  token: null,
  items: [
    {
      id: 5,
      product: { id: 12, name: 'Mug', slug: 'mug', image: null, digital: false, store: STORE },
      variant: { id: 41, sku: null, options: {} },
      quantity: 1,
      unitPrice: '28.00',
      lineTotal: '28.00',
      discount: '0.00',
      tax: '0.00',
      available: 9,
      notices: [],
    },
  ],
  stores: [
    {
      store: STORE,
      coupon: null,
      subtotal: '28.00',
      discount: '0.00',
      shipping: '4.90',
      tax: '0.00',
      taxIncluded: '0.00',
      total: '32.90',
      freeShippingOver: '60.00',
    },
  ],
  subtotal: '28.00',
  discountTotal: '0.00',
  shippingTotal: '4.90',
  taxTotal: '0.00',
  taxIncludedTotal: '0.00',
  taxMode: 'none',
  taxEstimated: false,
  total: '32.90',
  itemCount: 1,
  currency: 'USD',
  shippingRequired: true,
  notices: [],
};

function Cart() {
  const { data } = useQuery(cartQuery);
  return data ? <CartContents cart={data} /> : null;
}

/** The API has `CART`, and answers changes with `change`. */
function open(change: () => Promise<Response>): void {
  globalThis.fetch = jest.fn(async (request: RequestInfo | URL) =>
    (request as Request).method === 'GET' ? Response.json(CART) : change(),
  );
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <Cart />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

const quantity = () => screen.getByRole('textbox', { name: 'Quantity of Mug' });

it('says how much more ships free', async () => {
  open(() => Promise.reject(new Error('nobody asks')));
  expect(await screen.findByText(/\$32\.00 more for free shipping/)).toBeVisible();
});

it('shows a new quantity at once and takes it back when it is refused', async () => {
  let refuse: (response: Response) => void = () => undefined;
  open(() => new Promise((resolve) => (refuse = resolve)));
  await userEvent.click(await screen.findByRole('button', { name: 'One more' }));
  await waitFor(() => expect(quantity()).toHaveValue('2'));
  expect(screen.getByText('$28.00 each')).toBeVisible();

  const error = { code: 'OUT_OF_STOCK', message: 'Only 1 left.', details: {} };
  refuse(Response.json({ success: false, error, requestId: 'r' }, { status: 409 }));
  await waitFor(() => expect(quantity()).toHaveValue('1'));
});

it('removes a line with its store', async () => {
  open(() => Promise.resolve(Response.json({ ...CART, items: [], stores: [], itemCount: 0 })));
  await userEvent.click(await screen.findByRole('button', { name: 'Remove Mug' }));
  await waitFor(() => expect(screen.queryByText('Ember and Ash')).toBeNull());
  expect(screen.getByRole('group', { name: 'Items in your cart' })).toHaveFocus();
});
