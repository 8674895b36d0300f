import { createSoukClient } from '@souk/api-client';
import { PASSWORD, signIn } from './accounts';
import { openJourney } from './journey';
import { Person } from './people';

/** One order, of which one store's part is called off and the other's comes back; and two that leave together. */
describe('a vendor’s parcels', () => {
  const { url, visitor, step, staffPassword } = openJourney();
  let orderId: number;
  let potter: Person;
  let weaver: Person;
  let reader: Person;
  let bowl: number;

  step('the buyer cancels one part, and asks to return the other', async () => {
    potter = await Person.register(url(), 'potter', 'vendor');
    weaver = await Person.register(url(), 'weaver', 'vendor');
    reader = await Person.register(url(), 'reader', 'buyer');
    for (const [vendor, store, goods] of [
      [potter, 'Ember & Ash', 'Tea bowl'],
      [weaver, 'Warp & Weft', 'Picnic rug'],
    ] as const) {
      const { id } = await vendor.openStore(store);
      const product = await vendor.offer(id, goods);
      await reader.putInCart(product.id);
      bowl = vendor === potter ? product.id : bowl;
    }
    orderId = (await reader.order()).id;
    for (const status of ['shipped', 'delivered'] as const) await potter.move(orderId, status);

    const { page, look } = await visitor('reader');
    await page.goto('/login');
    await signIn(page, 'reader', PASSWORD);
    await page.getByRole('button', { name: 'Account of reader' }).waitFor();
    await page.goto(`/orders/${orderId}`);
    await page.getByRole('button', { name: 'Cancel this part from Warp & Weft' }).click();
    await page.getByRole('button', { name: 'Cancel and refund' }).click();
    await page.getByText('Cancelled', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Return goods to Ember & Ash' }).click();
    const dialog = page.getByRole('dialog', { name: 'Return goods to Ember & Ash' });
    await dialog.getByLabel('Reason').selectOption({ label: 'It arrived damaged' });
    await dialog.getByLabel('What should the store know?').fill('The rim is chipped.');
    await look('asking');
    await dialog.getByRole('button', { name: 'Ask for the return' }).click();
    await page.getByText('Waiting for an answer').waitFor();
    await look('asked');
  });

  step('the vendor finds what waits, and takes it back', async () => {
    const { page, look } = await visitor('potter');
    await page.goto('/login');
    await signIn(page, 'potter', PASSWORD);
    await page.getByRole('button', { name: 'Account of potter' }).waitFor();
    await page.goto('/dashboard/orders');
    await page.getByRole('tab', { name: 'Returns waiting 1' }).click();
    await page.getByText('“The rim is chipped.”').waitFor();
    await look('waiting');
    await page.getByRole('button', { name: /^History of/ }).click();
    const history = page.getByRole('list', { name: /^What happened to/ });
    await history.getByText('Return asked for').waitFor();
    await look('history');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Accept the return/ }).click();
    const dialog = page.getByRole('dialog', { name: /^Accept the return/ });
    await dialog.getByText('Put the goods back into stock').click();
    await dialog.getByText('Give the shipping back too, $4.90').click();
    await dialog.getByLabel('Message').fill('We are sorry. Keep the pieces.');
    await look('accepting');
    await dialog.getByRole('button', { name: 'Accept and refund $32.90' }).click();
    await page.getByRole('heading', { name: 'No return waits for you' }).waitFor();
  });

  step('everybody has their money, and the books are right', async () => {
    const { page, look } = await visitor('reader');
    await page.reload();
    const answers = page.getByRole('region', { name: 'Returns' });
    await answers.getByText('We are sorry. Keep the pieces.').waitFor();
    await page.getByText('All of it went back to Ember & Ash.').waitFor();
    const progress = page.getByRole('list', { name: 'Progress at Ember & Ash' });
    await progress.getByText('Refunded $32.90').waitFor();
    const refunds = page.getByRole('region', { name: 'Refunds' });
    await refunds.getByText('1 × Tea bowl, shipping').waitFor();
    await page.getByText('Quantity 1, 1 refunded').waitFor();
    await look('returned');

    const params = { path: { id: orderId } };
    const staff = createSoukClient({ baseUrl: url() });
    const login = { username: 'staff', password: staffPassword() };
    const { data: session } = await staff.POST('/api/auth/login', { body: login });
    const headers = { authorization: `Bearer ${session?.accessToken}` };
    const { data: order } = await staff.GET('/api/orders/{id}', { params, headers });
    expect(order).toMatchObject({ status: 'returned', paymentStatus: 'refunded', refundedAmount: '65.80' });
    expect(order?.parts.map(({ status, refundedAmount }) => [status, refundedAmount])).toEqual([
      ['returned', '32.90'],
      ['cancelled', '32.90'],
    ]);
    const { data: balances } = await staff.GET('/api/admin/balances', { headers });
    expect(balances?.items.map(({ total }) => total)).toEqual(['0.00', '0.00']);
    const { data: books } = await staff.GET('/api/admin/ledger/verify', { headers });
    expect(books).toMatchObject({ correct: true, problems: [] });
  });

  step('the vendor ships two parcels at once', async () => {
    for (let parcel = 0; parcel < 2; parcel += 1) {
      await reader.putInCart(bowl);
      await reader.order();
    }
    const { page, look } = await visitor('potter');
    await page.goto('/dashboard/orders?status=pending');
    await page.getByRole('button', { name: 'Select all 2 to ship' }).click();
    await page.getByRole('button', { name: 'Ship selected' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ship 2 parcels' });
    await dialog.getByLabel('Carrier', { exact: true }).fill('DHL');
    await dialog
      .getByLabel(/^Carrier of/)
      .first()
      .fill('UPS');
    await dialog
      .getByLabel(/^Tracking number of/)
      .first()
      .fill('1Z999AA10123456784');
    await look('shipping');
    await dialog.getByRole('button', { name: 'Mark 2 as shipped' }).click();
    await dialog.getByText('All 2 are on their way.').waitFor();
    await look('shipped');
    await dialog.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('heading', { name: 'Nothing waits to be shipped' }).waitFor();
  });
});
