import type { OrderPage } from '@souk/contracts/orders.dto';
import { startApp, type TestApp } from '../../../test/app';
import type { ShipmentReport } from '@souk/contracts/shipping.dto';
import { expectError, type Client } from '../../../test/client';
import { orderInput } from '../../../test/factories';
import { payWith, type Shop } from '../../../test/shop';
import { TwoVendors, statuses } from '../../../test/two-vendors';
import { Events } from '../../platform/events/events';
import { PartDelivered, PartShipped } from './orders.events';

const told: string[] = [];
let test: TestApp;
let vendors: TwoVendors;
let shop: Shop;
beforeAll(async () => {
  test = await startApp();
  vendors = await TwoVendors.open(test);
  shop = vendors.shop;
  const events = test.app.get(Events);
  events.on(PartShipped, 'test', async ({ partId }) => void told.push(`shipped ${partId}`));
  events.on(PartDelivered, 'test', async ({ partId }) => void told.push(`delivered ${partId}`));
});
afterAll(() => test.close());

describe('a vendor', () => {
  it('sees the own part only, and its share of the sums', async () => {
    const { order, mug, part } = await vendors.sell();
    const share = await vendors.read(order, shop.vendor.client);
    expect(share).toMatchObject({
      id: order.id,
      number: order.number,
      email: order.email,
      shippingAddress: orderInput.shippingAddress,
      subtotal: '20.00',
      shippingTotal: '4.90',
      totalAmount: '24.90',
      items: [{ productId: mug.id }],
      parts: [{ id: part, permissions: { cancel: true, next: ['shipped'] } }],
    });
    expect(share.items).toHaveLength(1);
    expect(share.parts).toHaveLength(1);
    const { items } = (await shop.vendor.client.get<OrderPage>('/orders/my-sales')).body;
    expect(items[0]).toEqual(share);
  });

  it('ships and delivers the own part; the order is as far as its last part', async () => {
    const { order, part, otherPart, buyer } = await vendors.sell();
    const shipment = { carrier: 'DHL', trackingNumber: '00340434161094042557' };
    const { status, body } = await vendors.move(order, shop.vendor.client, {
      status: 'shipped',
      ...shipment,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'shipped',
      parts: [
        {
          status: 'shipped',
          ...shipment,
          shippedAt: expect.any(String),
          permissions: { cancel: false, next: ['delivered'] },
        },
      ],
    });
    expect(await vendors.read(order, buyer.client)).toMatchObject({ status: 'pending' });
    await vendors.move(order, vendors.other.client, { status: 'shipped' });
    expect(await vendors.read(order, buyer.client)).toMatchObject({ status: 'shipped' });
    const delivered = (await vendors.move(order, shop.vendor.client, { status: 'delivered' })).body;
    expect(delivered.parts[0]).toMatchObject({ ...shipment, deliveredAt: expect.any(String) });
    await vendors.move(order, vendors.other.client, { status: 'delivered' });
    expect(await vendors.read(order, buyer.client)).toMatchObject({ status: 'delivered' });
    await test.settled();
    for (const fact of [
      `shipped ${part}`,
      `delivered ${part}`,
      `shipped ${otherPart}`,
      `delivered ${otherPart}`,
    ]) {
      expect(told.filter((one) => one === fact)).toHaveLength(1);
    }
  });

  it.each([
    ['pending', [], 'delivered', ['shipped']],
    ['pending', [], 'pending', ['shipped']],
    ['pending', [], 'cancelled', ['shipped']],
    ['shipped', ['shipped'], 'shipped', ['delivered']],
    ['delivered', ['shipped', 'delivered'], 'shipped', []],
  ])('cannot move a part that is %s after %p to %s', async (status, steps, wanted, allowed) => {
    const { order } = await vendors.sell();
    for (const step of steps) await vendors.move(order, shop.vendor.client, { status: step });
    const answer = await vendors.move(order, shop.vendor.client, { status: wanted });
    expect(expectError(answer, 409, 'INVALID_TRANSITION')).toEqual({ status, allowed });
  });

  it('ships many at once, each with its own number, and hears which could not be shipped', async () => {
    const [first, second, third] = [await vendors.sell(), await vendors.sell(), await vendors.sell()];
    const ship = (client: Client, items: object[]) =>
      client.post<ShipmentReport>('/orders/my-sales/ship', { items });
    const { status, body } = await ship(shop.vendor.client, [
      { partId: second.part, carrier: 'UPS', trackingNumber: '1Z999AA10123456784' },
      { partId: first.part, carrier: 'DHL' },
      { partId: second.otherPart, carrier: 'UPS '.repeat(20) },
      { partId: third.part, carrier: 'UPS '.repeat(20) },
    ]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ succeeded: 2, failed: 2 });
    expect(body.items.map(({ partId, ok, error }) => [partId, ok, error?.code ?? null])).toEqual(
      [
        [first.part, true, null],
        [second.part, true, null],
        [second.otherPart, false, 'NOT_FOUND'],
        [third.part, false, 'VALIDATION_ERROR'],
      ].toSorted(([a], [b]) => Number(a) - Number(b)),
    );
    expect(body.items.at(-1)?.error?.details).toEqual({ carrier: ['must have at most 60 characters'] });
    expect((await vendors.read(second.order, shop.vendor.client)).parts).toMatchObject([
      { status: 'shipped', carrier: 'UPS', trackingNumber: '1Z999AA10123456784' },
    ]);
    const [again] = (await ship(shop.vendor.client, [{ partId: first.part }])).body.items;
    expect(again).toMatchObject({ ok: false, error: { code: 'INVALID_TRANSITION' } });
    const twice = [{ partId: first.part }, { partId: first.part }];
    expectError(await ship(shop.vendor.client, twice), 400, 'VALIDATION_ERROR');
    expectError(await ship(first.buyer.client, twice.slice(1)), 403, 'PERMISSION_DENIED');
    expect(await vendors.read(second.order, vendors.other.client)).toMatchObject({ status: 'pending' });
  });

  it('ships nothing that is not paid', async () => {
    const { client } = await shop.make.buyer();
    await shop.put(client, await shop.product());
    const order = await shop.make.order(client, payWith('tok_confirm'));
    expect((await vendors.read(order, shop.vendor.client)).parts[0]?.permissions.next).toEqual([]);
    const answer = await vendors.move(order, shop.vendor.client, { status: 'shipped' });
    expect(expectError(answer, 409, 'INVALID_TRANSITION')).toEqual({ status: 'pending', allowed: [] });
    expect(answer.body).toMatchObject({ error: { message: expect.stringContaining('not paid') } });
  });

  it('moves one of several own parts when it is named', async () => {
    const { client } = await shop.make.buyer();
    const second = await shop.make.store(shop.vendor);
    await shop.put(client, await shop.product());
    await shop.put(client, await shop.product({ storeId: second.id }));
    const order = await shop.make.order(client);
    const partId = order.parts[1]?.id;
    const one = (await vendors.move(order, shop.vendor.client, { status: 'shipped', partId })).body;
    expect(statuses(one)).toEqual(['pending', 'shipped']);
    const rest = (await vendors.move(order, shop.vendor.client, { status: 'shipped' })).body;
    expect(statuses(rest)).toEqual(['shipped', 'shipped']);
    const foreign = { status: 'shipped', partId: 2_147_483_647 };
    expect(expectError(await vendors.move(order, shop.vendor.client, foreign), 404, 'NOT_FOUND')).toEqual({
      resource: 'part',
    });
  });

  it.each([
    [{ status: 'lost' }, 'status'],
    [{}, 'status'],
    [{ status: 'shipped', carrier: 'x'.repeat(61) }, 'carrier'],
    [{ status: 'shipped', partId: 0 }, 'partId'],
    [{ status: 'shipped', totalAmount: '0.00' }, 'totalAmount'],
  ])('is refused %p', async (body, field) => {
    const { order } = await vendors.sell();
    const answer = await vendors.move(order, shop.vendor.client, body);
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty([field]);
  });
});
