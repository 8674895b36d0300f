import type { Page } from 'playwright-core';
import { openJourney } from './journey';
import { Person } from './people';

const GOOD = '4242 4242 4242 4242';
const DECLINED = '4000 0000 0000 0002';

/** A guest who pays by card. */
describe('paying with Stripe', () => {
  const { url, visitor, stripe, step } = openJourney({ withStripe: true });

  beforeAll(async () => {
    const potter = await Person.register(url(), 'potter', 'vendor');
    const { id: store } = await potter.openStore('Clay & Fire');
    await potter.offer(store, 'Tea bowl');
  });

  step('says what is wrong with a card, and keeps everything when it is declined', async () => {
    const { page, look } = await visitor('guest');
    await page.goto('/products');
    await putInCart(page);
    await page.getByRole('dialog').getByRole('link', { name: 'Check out' }).click();
    await fillAddress(page);
    await page.getByRole('button', { name: 'Pay $32.90' }).click();
    await page.getByRole('alert').filter({ hasText: 'Your card number is incomplete.' }).waitFor();
    await look('incomplete card');
    await page.getByLabel('Card number').fill(DECLINED);
    await page.getByRole('button', { name: 'Pay $32.90' }).click();
    await page.getByText('Your payment was declined').waitFor();
    expect(await page.getByLabel('City').inputValue()).toBe('Lyme Regis');
    await look('declined');
  });

  step('is one order, however often one clicks', async () => {
    const { page, look } = await visitor('guest');
    await page.getByLabel('Card number').fill(GOOD);
    await page.getByRole('button', { name: 'Pay $32.90' }).dblclick();
    await page.getByRole('heading', { name: 'Thank you for your order' }).waitFor();
    await page.getByText('Your order is placed and paid').waitFor();
    await look('order');
    expect(paid(stripe().intents.values())).toHaveLength(1);
  });
});

const paid = (intents: Iterable<{ status: string }>) =>
  [...intents].filter(({ status }) => status === 'succeeded');

async function putInCart(page: Page): Promise<void> {
  await page.getByRole('main').getByRole('link', { name: 'Tea bowl', exact: true }).first().click();
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await page.getByRole('dialog', { name: 'Added to your cart' }).waitFor();
}

async function fillAddress(page: Page): Promise<void> {
  await page.getByLabel('E-mail address').fill('passer-by@example.org');
  await page.getByLabel('Full name').fill('Mary Anning');
  await page.getByLabel('Street and number').fill('3 Cockmoile Square');
  await page.getByLabel('Postal code').fill('DT7 3JE');
  await page.getByLabel('City').fill('Lyme Regis');
  await page.getByLabel('Country').selectOption({ label: 'United Kingdom' });
}
