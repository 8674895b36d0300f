import type { SalesDocuments } from '@souk/contracts/documents.dto';
import type { OrderDto } from '@souk/contracts/orders.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { orderInput } from '../../../test/factories';
import { textOf } from '../../../test/pdf-text';
import { payWith } from '../../../test/shop';
import { TwoVendors } from '../../../test/two-vendors';

let test: TestApp;
let vendors: TwoVendors;
beforeAll(async () => {
  test = await startApp({ TAX_RATES: 'US:10', TAX_MODE: 'exclusive' });
  vendors = await TwoVendors.open(test);
});
afterAll(() => test.close());

const listed = async (client: Client, { id }: OrderDto, query = '') =>
  (await client.get<SalesDocuments>(`/orders/${id}/documents${query}`)).body.items;

async function pdf(
  client: Client,
  path: string,
): Promise<{ text: string; bytes: Buffer; tag: string; name: string }> {
  const { status, headers, bytes } = await client.get(path);
  expect([status, headers['content-type']]).toEqual([200, 'application/pdf']);
  return {
    text: textOf(bytes),
    bytes,
    tag: String(headers.etag),
    name: String(headers['content-disposition']),
  };
}

describe('numbers', () => {
  it('run without a gap for each store, however many buy at once, and declined orders take none', async () => {
    const { shop } = vendors;
    const mug = await shop.product({ stockQuantity: 100 });
    const guests = await Promise.all(Array.from({ length: 35 }, () => shop.make.guest(mug)));
    const answers = await Promise.all(
      guests.map((guest, nth) => shop.place(guest, payWith(nth % 7 === 3 ? 'tok_declined' : 'tok_ok'))),
    );
    const paid = answers.filter(({ status }) => status === 201);
    expect(paid).toHaveLength(30);
    const found = await Promise.all(
      paid.map(({ body }) => listed(test.client, body, `?token=${body.accessToken}`)),
    );
    const numbers = found.flat().map(({ number }) => number);
    const expected = Array.from({ length: 30 }, (_, nth) => number('INV', shop.store.id, nth + 1));
    expect(numbers.sort()).toEqual(expected);
  });
});

describe('an invoice', () => {
  it('says who sold what to whom, with its tax', async () => {
    const { shop } = vendors;
    const mug = await shop.product({ name: 'Kubek „Łódź” Чашка Κούπα, office fit', price: '12.00' });
    const guest = await shop.make.guest(mug, 2);
    const address = { ...orderInput.shippingAddress, name: 'Zażółć Gęślą', city: 'Αθήνα' };
    const order = await shop.make.order(guest, { shippingAddress: address });
    const [invoice] = await listed(test.client, order, `?token=${order.accessToken}`);
    const { text, bytes, tag, name } = await pdf(
      test.client,
      `/orders/${order.id}/invoice.pdf?token=${order.accessToken}`,
    );
    for (const word of [
      'Invoice',
      invoice?.number,
      shop.store.name,
      order.number,
      'Zażółć Gęślą',
      'Αθήνα, OR 97201',
      'United States',
      'Kubek „Łódź” Чашка Κούπα',
      'Tax, 10 %',
      order.totalAmount,
      order.taxTotal,
      order.shippingTotal,
      '24.00',
    ])
      expect(text).toContain(word);
    expect(name).toContain(`filename="Invoice ${invoice?.number}.pdf"`);
    const path = `/orders/${order.id}/invoice.pdf?token=${order.accessToken}`;
    expect((await pdf(test.client, path)).bytes.equals(bytes)).toBe(true);
    expect((await test.client.with({ 'if-none-match': tag }).get(path)).status).toBe(304);
  });

  it('stays as it was issued when the store changes', async () => {
    const { order, buyer, part } = await vendors.sell();
    const path = `/orders/${order.id}/invoice.pdf?part=${part}`;
    const before = await pdf(buyer.client, path);
    const { vendor, store } = vendors.shop;
    await vendor.client.patch(`/stores/${store.id}`, {
      name: `${store.name} & Sons`,
      address: 'Elsewhere 1',
    });
    expect((await pdf(buyer.client, path)).bytes.equals(before.bytes)).toBe(true);
  });

  it('is each store’s own: the buyer has all, a vendor the own one, others none', async () => {
    const { order, buyer, part, otherPart } = await vendors.sell();
    const path = `/orders/${order.id}/invoice.pdf`;
    const names = order.parts.map(({ store }) => store.name);
    const all = await pdf(buyer.client, path);
    for (const name of names) expect(all.text).toContain(name);
    expect(all.name).toContain(`Invoices of order ${order.number}.pdf`);
    const one = await pdf(vendors.other.client, path);
    const [own, foreign] = [otherPart, part].map(
      (id) => order.parts.find((shown) => shown.id === id)?.store.name ?? '',
    );
    expect(one.text).toContain(own);
    expect(one.text).not.toContain(foreign);
    expectError(await vendors.other.client.get(`${path}?part=${part}`), 404, 'NOT_FOUND');
    const stranger = await vendors.shop.make.vendor();
    for (const client of [stranger.client, test.client]) {
      expectError(await client.get(path), 404, 'NOT_FOUND');
      expectError(await client.get(`/orders/${order.id}/documents`), 404, 'NOT_FOUND');
      expectError(await client.get(`/orders/${order.id}/packing-slip.pdf`), 404, 'NOT_FOUND');
    }
  });

  it('is there once the order is paid, and not for what was cancelled before', async () => {
    const { shop } = vendors;
    const { client } = await shop.make.buyer();
    await shop.put(client, await shop.product());
    const order = await shop.make.order(client, payWith('tok_confirm'));
    expect(await listed(client, order)).toEqual([]);
    expectError(await client.get(`/orders/${order.id}/invoice.pdf`), 404, 'NOT_FOUND');
    await vendors.cancel(order, client);
    await test.settled();
    expect(await listed(client, order)).toEqual([]);
  });
});

it('takes back what was cancelled by a credit note', async () => {
  const { order, buyer, part } = await vendors.sell();
  await vendors.cancel(order, buyer.client, { partId: part });
  const found = await listed(buyer.client, order);
  const invoice = found.find(({ kind, partId }) => kind === 'invoice' && partId === part);
  const credits = found.filter(({ kind }) => kind === 'credit_note');
  expect(credits).toEqual([
    {
      ...invoice,
      id: expect.any(Number),
      kind: 'credit_note',
      number: number('CN', invoice?.store.id ?? 0, 1),
      issuedAt: expect.any(String),
    },
  ]);
  const { text } = await pdf(buyer.client, `/orders/${order.id}/credit-notes.pdf`);
  for (const word of ['Credit note', credits[0]?.number, invoice?.number, invoice?.total])
    expect(text).toContain(word);
  expectError(await vendors.other.client.get(`/orders/${order.id}/credit-notes.pdf`), 404, 'NOT_FOUND');
});

describe('a packing slip', () => {
  it('says what goes where, and no prices', async () => {
    const { order, mug } = await vendors.sell();
    const path = `/orders/${order.id}/packing-slip.pdf`;
    const { text } = await pdf(vendors.shop.vendor.client, path);
    for (const word of [mug.name, '12 Harbour Street', 'Portland, OR 97201', order.number])
      expect(text).toContain(word);
    expect(text).not.toMatch(/\d\.\d\d/);
  });

  it('leaves out what was refunded before it is sent', async () => {
    const { shop } = vendors;
    const [mug, bowl] = [await shop.product(), await shop.product()];
    const guest = await shop.make.guest(mug, 7);
    await shop.put(guest, bowl);
    const order = await shop.make.order(guest);
    const itemOf = (name: string) => order.items.find((item) => item.name === name)?.id;
    const lines = [
      { itemId: itemOf(mug.name), quantity: 2 },
      { itemId: itemOf(bowl.name), quantity: 1 },
    ];
    const path = `/orders/${order.id}/parts/${order.parts[0]?.id}/refunds`;
    await shop.vendor.client.post(path, { lines, reason: 'Broken.' });
    const { text } = await pdf(shop.vendor.client, `/orders/${order.id}/packing-slip.pdf`);
    expect(text).toContain(mug.name);
    expect(text).toMatch(/Pieces\s*5/);
    expect(text).not.toContain(bowl.name);
  });

  it('is not there for what needs no parcel', async () => {
    const { shop } = vendors;
    const guest = await shop.make.guest(await shop.product({ digital: true }));
    const order = await shop.make.order(guest);
    const path = `/orders/${order.id}/packing-slip.pdf?token=${order.accessToken}`;
    expectError(await test.client.get(path), 404, 'NOT_FOUND');
  });
});

const number = (prefix: string, storeId: number, sequence: number) =>
  `${prefix}-${storeId}-${String(sequence).padStart(6, '0')}`;
