import type { CartDto } from '@souk/contracts/cart.dto';
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createQueryClient } from '~/lib/query';
import { cartQuery } from '../api/cart';
import { CartCoupons } from './cart-coupons';

const STORE = { id: 3, name: 'Ember and Ash', slug: 'ember-and-ash' };
const SUMS = {
  ...{ subtotal: '28.00', shipping: '0.00', tax: '0.00', taxIncluded: '0.00' },
  freeShippingOver: null,
};

function cartWith(discount: string, coupon: CartDto['stores'][number]['coupon']): CartDto {
  const total = (28 - Number(discount)).toFixed(2);
  return {
    ...{ token: null, items: [], notices: [], itemCount: 1, currency: 'USD', shippingRequired: false },
    ...{ subtotal: '28.00', discountTotal: discount, shippingTotal: '0.00', total },
    ...{ taxTotal: '0.00', taxIncludedTotal: '0.00', taxMode: 'none', taxEstimated: false },
    stores: [{ store: STORE, coupon, discount, total, ...SUMS }],
  };
}

const applied = { code: 'TENTH', percentOff: 10, amountOff: null, notice: null };
const message = 'Add goods of this store for $2.00 more to use TENTH.';
const waiting = { ...applied, notice: { code: 'COUPON_MINIMUM' as const, message, details: {} } };
const refusal = {
  success: false,
  error: {
    code: 'VALIDATION_ERROR',
    message: 'Code is not a coupon.',
    details: { code: ['is not a coupon of a store in your cart'] },
  },
};

/** A cart of which the API keeps `cart`; codes other than TENTH are refused. */
function open(cart: CartDto, afterCode: CartDto = cart) {
  const requests: string[] = [];
  let kept = cart;
  globalThis.fetch = jest.fn(async (input: RequestInfo | URL) => {
    const request = input as Request;
    const { pathname, search } = new URL(request.url);
    if (request.method !== 'GET') requests.push(`${request.method} ${pathname}${search}`);
    if (request.method === 'DELETE') {
      kept = cartWith('0.00', null);
      return new Response(null, { status: 204 });
    }
    if (request.method === 'PUT') {
      const { code } = (await request.json()) as { code: string };
      if (code !== 'tenth') return Response.json(refusal, { status: 400 });
      kept = afterCode;
    }
    return Response.json(kept);
  });
  render(
    <QueryClientProvider client={createQueryClient()}>
      <Shown />
    </QueryClientProvider>,
  );
  return requests;
}

function Shown() {
  const { data } = useQuery(cartQuery);
  return data ? <CartCoupons cart={data} /> : null;
}

it('tells at the field what is wrong with a code, and shows what a right one does', async () => {
  open(cartWith('0.00', null), cartWith('2.80', applied));
  const user = userEvent.setup();
  await user.click(await screen.findByRole('button', { name: 'Add a coupon code' }));
  const field = screen.getByRole('textbox', { name: 'Coupon code' });
  expect(field).toHaveFocus();
  await user.type(field, 'fifth{Enter}');
  await waitFor(() => expect(field).toHaveAccessibleDescription('Is not a coupon of a store in your cart.'));
  await user.clear(field);
  await user.type(field, 'tenth{Enter}');
  expect(await screen.findByText('TENTH')).toBeVisible();
  expect(screen.getByText('−$2.80')).toBeVisible();
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('says why a coupon takes nothing off, and removes it', async () => {
  const requests = open(cartWith('0.00', waiting));
  expect(await screen.findByText(message)).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: 'Remove TENTH' }));
  await waitFor(() => expect(screen.queryByText('TENTH')).toBeNull());
  expect(requests).toEqual(['DELETE /api/cart/coupon?store=3']);
});
