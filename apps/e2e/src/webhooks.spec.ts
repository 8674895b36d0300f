import { isSignedBy, startReceiver, type Receiver } from '../../api/test/receiver';
import { signIn } from './accounts';
import { openJourney } from './journey';
import { Person } from './people';

/** An integrator's program, from its address to what it is told. */
describe('a webhook', () => {
  const { url, visitor, step } = openJourney({ settings: { WEBHOOK_LOOPBACK: 'true' } });
  let receiver: Receiver;
  let potter: Person;
  let store: number;
  let secret = '';

  beforeAll(async () => {
    receiver = await startReceiver();
    potter = await Person.register(url(), 'potter', 'vendor');
    store = (await potter.openStore('Clay & Fire')).id;
  });
  afterAll(() => receiver.close());

  step('is registered, and shows its secret once', async () => {
    const { page, look } = await visitor('potter');
    await page.goto('/login?next=/profile');
    await signIn(page, 'potter');
    await page.getByRole('main').getByRole('link', { name: 'webhooks' }).click();
    await page.getByText('No program is told yet').waitFor();
    await look('no webhooks');
    await page.getByRole('button', { name: 'Add webhook' }).click();
    const sheet = page.getByRole('dialog', { name: 'Add webhook' });
    await sheet.getByLabel('Address').fill('http://192.168.1.1/');
    await sheet.getByLabel('Name').fill('Warehouse');
    await sheet.getByLabel('What I choose').check();
    await sheet.getByLabel('A product is for sale').check();
    await look('new webhook');
    await sheet.getByRole('button', { name: 'Add webhook' }).click();
    await sheet.getByText('Must be an address that begins with https://.', { exact: true }).waitFor();
    await sheet.getByLabel('Address').fill(receiver.url);
    await sheet.getByRole('button', { name: 'Add webhook' }).click();
    const shown = page.getByRole('dialog', { name: 'Its signing secret' });
    secret = (await shown.getByText(/^whsec_/).textContent()) ?? '';
    await look('secret');
    await shown.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('link', { name: 'Warehouse' }).waitFor();
    expect(await page.getByText(secret).count()).toBe(0);
    await look('webhooks');
  });

  step('tells what could not be delivered, and why', async () => {
    const { page, look } = await visitor('potter');
    receiver.answer(500, 'The shelf is full.');
    await potter.offer(store, 'Ash vase');
    await receiver.arrived(1);
    await page.getByRole('link', { name: 'Warehouse' }).click();
    const row = page.getByRole('row', { name: /product\.published/ });
    await row.getByRole('cell', { name: 'It answered 500.', exact: true }).waitFor();
    await look('failed delivery');
    await row.getByRole('button', { name: /product\.published/ }).click();
    const sheet = page.getByRole('dialog', { name: /product\.published/ });
    await sheet.getByText('The shelf is full.').first().waitFor();
    await sheet.getByText('"type": "product.published"').waitFor();
    await look('delivery');
  });

  step('is sent the same again, and checks who sends it', async () => {
    const { page, look } = await visitor('potter');
    receiver.answer(200, 'Thank you.');
    const sheet = page.getByRole('dialog', { name: /product\.published/ });
    await sheet.getByRole('button', { name: 'Redeliver' }).click();
    await sheet.getByRole('status').getByText('Delivered').waitFor();
    await sheet.getByText('Thank you.').first().waitFor();
    await look('redelivered');
    const [first] = receiver.received;
    for (const request of receiver.received) {
      expect(isSignedBy(secret, request)).toBe(true);
      expect([request.headers['webhook-id'], request.body]).toEqual([
        first?.headers['webhook-id'],
        first?.body,
      ]);
    }
    await sheet.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('row', { name: /product\.published .*Delivered/ }).waitFor();
  });

  step('is switched off by its owner, or by the marketplace', async () => {
    const { page, look } = await visitor('potter');
    receiver.answer(410);
    await potter.offer(store, 'Blue bowl');
    await potter.webhookIsOff(1);
    await page.reload();
    await page.getByText('It answered 410: nothing is wanted there any more. See to it').waitFor();
    await look('switched off');
    await page.getByRole('button', { name: 'Switch on' }).click();
    receiver.answer(200);
    await page.getByRole('button', { name: 'Send a ping' }).click();
    await page.getByRole('row', { name: /ping .*Delivered/ }).waitFor();
  });
});
