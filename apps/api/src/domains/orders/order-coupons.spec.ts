import type { CartDto, CartStore } from '@souk/contracts/cart.dto';
import type { CouponDto, CouponInput } from '@souk/contracts/coupons.dto';
import type { OrderDto } from '@souk/contracts/orders.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { created } from '../../../test/factories';
import { Shop, payWith } from '../../../test/shop';
import { SettlementService } from './settlement.service';

let test: TestApp;
let shop: Shop;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
});
afterAll(() => test.close());

const offer = async (input: CouponInput, storeId = shop.store.id): Promise<CouponDto> =>
  created(await shop.vendor.client.post<CouponDto>(`/stores/${storeId}/coupons`, input));
const changeCoupon = ({ id, storeId }: CouponDto, change: object) =>
  shop.vendor.client.patch<CouponDto>(`/stores/${storeId}/coupons/${id}`, change);
const usesOf = async ({ id, storeId }: CouponDto): Promise<number> =>
  (await shop.vendor.client.get<CouponDto>(`/stores/${storeId}/coupons/${id}`)).body.uses;
const enter = (client: Client, code: string) => client.put<CartDto>('/cart/coupon', { code });

/** Of a buyer who has goods for 40.00 in the cart, in two lines. */
async function cartFor40(): Promise<Client> {
  const { client } = await shop.make.buyer();
  await shop.put(client, await shop.product({ price: '10.00' }));
  await shop.put(client, await shop.product({ price: '15.00' }), 2);
  return client;
}

const couponOf = ({ stores: [store] }: CartDto): CartStore['coupon'] => (store as CartStore).coupon;

describe('a code in the cart', () => {
  it('takes its discount off the goods of its store, line by line, and is frozen with the order', async () => {
    await offer({ code: 'TENTH', percentOff: 10 });
    const client = await cartFor40();
    const { id: storeId } = await shop.make.store(shop.vendor);
    await shop.put(client, await shop.product({ storeId }));
    const { status, body } = await enter(client, 'tenth');
    expect(status).toBe(200);
    // 50.00 of goods shipped free only before the discount
    expect(body).toMatchObject({ subtotal: '50.00', discountTotal: '4.00', total: '50.90' });
    expect(couponOf(body)).toEqual({ code: 'TENTH', percentOff: 10, amountOff: null, notice: null });
    expect(body.stores.map(({ discount, total }) => [discount, total])).toEqual([
      ['4.00', '40.90'],
      ['0.00', '10.00'],
    ]);
    expect(body.items.map(({ discount }) => discount)).toEqual(['1.00', '3.00', '0.00']);

    const order = await shop.make.order(client, { expectedTotal: body.total });
    expect(order).toMatchObject({ discountTotal: '4.00', totalAmount: '50.90' });
    expect(order.items.map(({ discount }) => discount)).toEqual(['1.00', '3.00', '0.00']);
    expect(order.parts.map(({ couponCode, discount }) => [couponCode, discount])).toEqual([
      ['TENTH', '4.00'],
      [null, '0.00'],
    ]);
    await shop.put(client, await shop.product());
    expect(couponOf(await shop.cartOf(client))).toBeNull();
  });

  it('is one for each store, the last one entered; codes that two stores share apply to both', async () => {
    const { id: storeId } = await shop.make.store(shop.vendor);
    await offer({ code: 'BOTH', amountOff: '1.00' });
    await offer({ code: 'BOTH', amountOff: '2.00' }, storeId);
    await offer({ code: 'MINE', amountOff: '3.00' });
    const client = await cartFor40();
    await shop.put(client, await shop.product({ storeId }));
    expect((await enter(client, 'BOTH')).body.stores.map(({ discount }) => discount)).toEqual([
      '1.00',
      '2.00',
    ]);
    expect((await enter(client, 'MINE')).body.stores.map(({ discount }) => discount)).toEqual([
      '3.00',
      '2.00',
    ]);
    expect((await client.delete(`/cart/coupon?store=${shop.store.id}`)).status).toBe(204);
    expect((await shop.cartOf(client)).discountTotal).toBe('2.00');
    await client.delete('/cart/coupon');
    expect((await shop.cartOf(client)).discountTotal).toBe('0.00');
  });

  it('is refused when no store in the cart knows it', async () => {
    const client = await cartFor40();
    const off = await offer({ code: 'NOT-NOW', percentOff: 10, isActive: false });
    for (const code of ['NO-SUCH', off.code]) {
      expect(expectError(await enter(client, code), 400, 'VALIDATION_ERROR')).toHaveProperty('code');
    }
    expectError(await enter(test.client, 'NO-SUCH'), 400, 'VALIDATION_ERROR');
    expect((await test.client.delete('/cart/coupon')).status).toBe(204);
  });

  it('moves along when a guest signs in', async () => {
    await offer({ code: 'MOVES', percentOff: 50 });
    const guest = await shop.make.guest(await shop.product());
    await enter(guest, 'MOVES');
    const { tokens } = await shop.make.buyer();
    expect((await shop.cartOf(guest.as(tokens))).discountTotal).toBe('5.00');
  });

  it.each<[string, CouponInput, object, string, object]>([
    [
      'is below its minimum',
      { code: 'MIN', percentOff: 5, minimumSubtotal: 50 },
      {},
      'COUPON_MINIMUM',
      { minimumSubtotal: '50.00', missing: '10.00' },
    ],
    [
      'is not valid yet',
      { code: 'SOON', percentOff: 5, startsAt: '2090-01-01T00:00:00Z' },
      {},
      'COUPON_NOT_STARTED',
      { startsAt: '2090-01-01T00:00:00.000Z' },
    ],
    [
      'has ended',
      { code: 'OVER', percentOff: 5, endsAt: '2020-01-01T00:00:00Z' },
      {},
      'COUPON_ENDED',
      { endsAt: '2020-01-01T00:00:00.000Z' },
    ],
    ['was switched off since', { code: 'OFF', percentOff: 5 }, { isActive: false }, 'COUPON_OFF', {}],
    ['has another code since', { code: 'OLD', percentOff: 5 }, { code: 'NEW' }, 'COUPON_OFF', {}],
  ])('tells why it does not apply when it %s', async (_, input, change, code, details) => {
    const coupon = await offer(input);
    const client = await cartFor40();
    await enter(client, input.code);
    await changeCoupon(coupon, change);
    const cart = await shop.cartOf(client);
    expect(cart).toMatchObject({ discountTotal: '0.00', total: '44.90' });
    expect(couponOf(cart)?.notice).toEqual({ code, message: expect.any(String), details });
    expect((await shop.make.order(client)).totalAmount).toBe('44.90');
  });
});

describe('the limit', () => {
  it('per buyer counts the account and, for guests, the address', async () => {
    const coupon = await offer({ code: 'ONE-EACH', percentOff: 10, maxUsesPerBuyer: 1 });
    const { client, user } = await shop.make.buyer();
    await shop.put(client, await shop.product());
    await enter(client, 'ONE-EACH');
    await shop.make.order(client, { email: undefined });
    await shop.put(client, await shop.product());
    const again = (await enter(client, 'ONE-EACH')).body;
    expect(couponOf(again)?.notice).toMatchObject({ code: 'COUPON_USED_BY_YOU' });

    const guest = await shop.make.guest(await shop.product());
    const { total } = (await enter(guest, 'ONE-EACH')).body;
    expect(total).toBe('13.90');
    const refused = await shop.place(guest, { email: user.email.toUpperCase(), expectedTotal: total });
    expect(expectError(refused, 409, 'CART_CHANGED')).toEqual({
      total: '14.90',
      changes: [
        {
          kind: 'discount',
          newDiscount: '0.00',
          coupons: [{ storeId: shop.store.id, code: 'ONE-EACH', problem: 'COUPON_USED_BY_YOU' }],
        },
      ],
    });
    await shop.make.order(guest, { email: 'somebody.else@example.com', expectedTotal: total });
    expect(await usesOf(coupon)).toBe(2);
  });

  it('is given back by a part that is cancelled, a payment that is declined and one that never comes', async () => {
    const coupon = await offer({ code: 'BACK', percentOff: 10, maxUses: 1, maxUsesPerBuyer: 1 });
    const client = await cartFor40();
    await enter(client, 'BACK');
    expectError(await shop.place(client, payWith('tok_declined')), 402, 'PAYMENT_DECLINED');
    expect([await usesOf(coupon), (await shop.cartOf(client)).discountTotal]).toEqual([0, '4.00']);

    const waiting = await shop.make.order(client, payWith('tok_confirm'));
    expect([waiting.paymentStatus, await usesOf(coupon)]).toEqual(['pending', 1]);
    await test.app.get(SettlementService).sweep(new Date(Date.now() + 3600_000));
    expect(await usesOf(coupon)).toBe(0);

    await shop.put(client, await shop.product());
    await enter(client, 'BACK');
    const order = await shop.make.order(client);
    const full = await cartFor40();
    expect(couponOf((await enter(full, 'BACK')).body)?.notice).toMatchObject({ code: 'COUPON_USED_UP' });
    const cancelled = await client.post<OrderDto>(`/orders/${order.id}/cancel`);
    expect(cancelled.body).toMatchObject({ status: 'cancelled', refundedAmount: order.totalAmount });
    expect([await usesOf(coupon), (await shop.cartOf(full)).discountTotal]).toEqual([0, '4.00']);
  });

  it('of 10 holds when 200 try at once', async () => {
    const coupon = await offer({ code: 'TEN', percentOff: 10, maxUses: 10 });
    const product = await shop.product({ stockQuantity: 1000 });
    const guests = await Promise.all(
      Array.from({ length: 200 }, async () => {
        const guest = await shop.make.guest(product);
        expect((await enter(guest, 'TEN')).body.total).toBe('13.90');
        return guest;
      }),
    );
    const answers = await Promise.all(guests.map((guest) => shop.place(guest, { expectedTotal: '13.90' })));
    const placed = answers.filter(({ status }) => status === 201);
    expect(placed.map(({ body }) => body.discountTotal)).toEqual(Array(10).fill('1.00'));
    for (const answer of answers.filter(({ status }) => status !== 201)) {
      expect(expectError(answer, 409, 'CART_CHANGED')).toMatchObject({
        total: '14.90',
        changes: [{ kind: 'discount', coupons: [{ code: 'TEN', problem: 'COUPON_USED_UP' }] }],
      });
    }
    expect([await usesOf(coupon), await shop.stockOf(product)]).toEqual([10, 990]);
  });

  it('per buyer holds when one tries from several carts at once', async () => {
    const coupon = await offer({ code: 'SAME', percentOff: 10, maxUsesPerBuyer: 1 });
    const product = await shop.product({ stockQuantity: 100 });
    const guests = await Promise.all(Array.from({ length: 10 }, () => shop.make.guest(product)));
    for (const guest of guests) await enter(guest, 'SAME');
    const answers = await Promise.all(
      guests.map((guest) => shop.place(guest, { email: 'same@example.com', expectedTotal: '13.90' })),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await usesOf(coupon)).toBe(1);
  });
});
