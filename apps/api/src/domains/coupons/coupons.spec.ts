import type { CouponDto, CouponPage } from '@souk/contracts/coupons.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { created } from '../../../test/factories';
import { Shop } from '../../../test/shop';
import { Coupon } from './coupon.entity';

let test: TestApp;
let shop: Shop;
let path: string;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
  path = `/stores/${shop.store.id}/coupons`;
});
afterAll(() => test.close());

const make = async (input: object) => created(await shop.vendor.client.post<CouponDto>(path, input));

describe('a coupon', () => {
  it('is made, read, replaced, changed and deleted by the owner', async () => {
    const answer = await shop.vendor.client.post<CouponDto>(path, { code: ' spring-10 ', percentOff: 10 });
    const coupon = created(answer);
    expect(answer.headers.location).toBe(`/api${path}/${coupon.id}`);
    expect(coupon).toEqual({
      ...{ id: coupon.id, storeId: shop.store.id, code: 'SPRING-10', percentOff: 10, amountOff: null },
      ...{ minimumSubtotal: null, startsAt: null, endsAt: null, maxUses: null, maxUsesPerBuyer: null },
      ...{ uses: 0, isActive: true, status: 'active' },
      ...{ createdAt: expect.any(String), updatedAt: expect.any(String) },
    });
    const one = `${path}/${coupon.id}`;
    const put = {
      ...{ code: 'SPRING', amountOff: 5, minimumSubtotal: '20.00', maxUses: 10, maxUsesPerBuyer: 1 },
      ...{ startsAt: '2030-01-01T00:00:00Z', endsAt: '2030-02-01T00:00:00+01:00', isActive: true },
    };
    expect((await shop.vendor.client.put<CouponDto>(one, put)).body).toMatchObject({
      ...put,
      ...{ percentOff: null, amountOff: '5.00', status: 'scheduled' },
      ...{ startsAt: '2030-01-01T00:00:00.000Z', endsAt: '2030-01-31T23:00:00.000Z' },
    });
    const patched = await shop.vendor.client.patch<CouponDto>(one, { isActive: false, endsAt: null });
    expect(patched.body).toMatchObject({ amountOff: '5.00', endsAt: null, status: 'off' });
    expect((await shop.vendor.client.get<CouponDto>(one)).body).toEqual(patched.body);
    expect((await shop.vendor.client.delete(one)).status).toBe(204);
    expectError(await shop.vendor.client.get(one), 404, 'NOT_FOUND');
  });

  it('is listed, the newest first', async () => {
    const codes = ['LIST-1', 'LIST-2', 'LIST-3'];
    for (const code of codes) await make({ code, percentOff: 5 });
    const { body } = await shop.vendor.client.get<CouponPage>(`${path}?limit=2`);
    expect(body.items.map(({ code }) => code)).toEqual(['LIST-3', 'LIST-2']);
    const next = await shop.vendor.client.get<CouponPage>(`${path}?limit=2&cursor=${body.nextCursor}`);
    expect(next.body.items[0]?.code).toBe('LIST-1');
  });

  it('has a code that its store has once, whatever its capitals; another store may have it too', async () => {
    const { id } = await make({ code: 'ONCE', percentOff: 5 });
    expectError(await shop.vendor.client.post(path, { code: 'once', percentOff: 7 }), 409, 'DUPLICATE_ENTRY');
    const other = await make({ code: 'TWICE', percentOff: 5 });
    const renamed = await shop.vendor.client.patch(`${path}/${other.id}`, { code: 'Once' });
    expectError(renamed, 409, 'DUPLICATE_ENTRY');
    const { id: storeId } = await shop.make.store(shop.vendor);
    const elsewhere = `/stores/${storeId}/coupons`;
    created(await shop.vendor.client.post(elsewhere, { code: 'ONCE', percentOff: 5 }));
    expectError(await shop.vendor.client.get(`${elsewhere}/${id}`), 404, 'NOT_FOUND');
  });

  it('is not overwritten by who saw an older state', async () => {
    const { id } = await make({ code: 'SEEN', percentOff: 5 });
    const { headers } = await shop.vendor.client.get(`${path}/${id}`);
    const seen = shop.vendor.client.with({ 'if-match': String(headers.etag) });
    expect((await seen.patch(`${path}/${id}`, { percentOff: 6 })).status).toBe(200);
    expectError(await seen.patch(`${path}/${id}`, { percentOff: 7 }), 412, 'PRECONDITION_FAILED');
  });

  it.each([
    [{ percentOff: 5 }, 'code'],
    [{ code: 'a b', percentOff: 5 }, 'code'],
    [{ code: 'no', percentOff: 5 }, 'code'],
    [{ code: 'NEITHER' }, 'percentOff'],
    [{ code: 'BOTH', percentOff: 5, amountOff: '5.00' }, 'amountOff'],
    [{ code: 'ZERO', amountOff: '0.00' }, 'amountOff'],
    [{ code: 'MUCH', percentOff: 101 }, 'percentOff'],
    [{ code: 'LESS', percentOff: 0 }, 'percentOff'],
    [{ code: 'WHEN', percentOff: 5, startsAt: 'tomorrow' }, 'startsAt'],
    [{ code: 'WHEN', percentOff: 5, startsAt: '2026-02-31T99:00:00Z' }, 'startsAt'],
    [
      { code: 'WHEN', percentOff: 5, startsAt: '2026-02-01T00:00:00Z', endsAt: '2026-02-01T00:00:00Z' },
      'endsAt',
    ],
    [{ code: 'LIMIT', percentOff: 5, maxUses: 0 }, 'maxUses'],
    [{ code: 'SET', percentOff: 5, uses: 0 }, 'uses'],
  ])('refuses %p', async (input, field) => {
    expect(expectError(await shop.vendor.client.post(path, input), 400, 'VALIDATION_ERROR')).toHaveProperty([
      field,
    ]);
  });
});

it.each<[Partial<Coupon>, number, number]>([
  [{ percentOff: 10, amountOff: null }, 1995, 200],
  [{ percentOff: 100, amountOff: null }, 1995, 1995],
  [{ percentOff: null, amountOff: 500 }, 1995, 500],
  [{ percentOff: null, amountOff: 5000 }, 1995, 1995],
])('%p takes off %i the amount %i', (coupon, subtotal, discount) =>
  expect(Object.assign(new Coupon(), coupon).discountOn(subtotal)).toBe(discount),
);
