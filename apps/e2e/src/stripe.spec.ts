import type { Page } from 'playwright-core';
import { signIn } from './accounts';
import { openJourney } from './journey';
import { Person } from './people';

const GOOD = '4242 4242 4242 4242';
const DECLINED = '4000 0000 0000 0002';
const ASKS_ONCE_MORE = '4000 0027 6000 3184';

/** By card, in a form of Stripe's; the other ways through the checkout are walked with the test gateway. */
describe('paying with Stripe', () => {
  const { url, visitor, mailedPath, stripe, step } = openJourney({ withStripe: true });

  let potter: Person;
  let bowl: number;
  beforeAll(async () => {
    potter = await Person.register(url(), 'potter', 'vendor');
    const { id: store } = await potter.openStore('Clay & Fire');
    ({ id: bowl } = await potter.offer(store, 'Tea bowl'));
    await Person.register(url(), 'regular', 'buyer');
  });

  step('says what is wrong with a card, and keeps everything when it is declined', async () => {
    const { page, look } = await visitor('guest');
    await page.route('**/stripe.js', (route) => route.abort(), { times: 1 });
    await toCheckout(page);
    await fillAddress(page);
    await page.getByText('The card form could not be loaded').waitFor();
    await look('no card form');
    await page.getByRole('button', { name: 'Load it again' }).click();
    await page.getByLabel('Card number').waitFor();
    await page.getByRole('button', { name: 'Pay $32.90' }).click();
    await page.getByRole('alert').filter({ hasText: 'Your card number is incomplete.' }).waitFor();
    await look('incomplete card');
    await page.getByLabel('Card number').fill(DECLINED);
    await page.getByRole('button', { name: 'Pay $32.90' }).click();
    await page.getByText('Your payment was declined').waitFor();
    expect(await page.getByLabel('City').inputValue()).toBe('Lyme Regis');
    await look('declined');
  });

  step('tells what has changed meanwhile', async () => {
    const { page } = await visitor('guest');
    await page.getByLabel('Card number').fill(GOOD);
    await potter.change(bowl, { stockQuantity: 0 });
    await page.getByRole('button', { name: 'Pay $32.90' }).click();
    await page.getByText('Tea bowl: no longer available.').waitFor();
    await potter.change(bowl, { stockQuantity: 10 });
    await page.reload();
    await page.getByLabel('Card number').fill(GOOD);
    await potter.change(bowl, { price: '30.00' });
    await page.getByRole('button', { name: 'Pay $32.90' }).click();
    await page.getByText('Tea bowl went from $28.00 to $30.00.').waitFor();
    expect(paid()).toHaveLength(0);
  });

  step('is one order, however often one clicks, and when its answer is lost', async () => {
    const { page } = await visitor('guest');
    await page.route('**/api/orders', (route) => route.fetch().then(() => route.abort()), { times: 1 });
    await page.getByRole('button', { name: 'Accept and pay $34.90' }).dblclick();
    await page.getByText('We are checking whether your order went through').waitFor();
    await page.getByRole('heading', { name: 'Thank you for your order' }).waitFor();
    await page.getByText('Your order is placed and paid').waitFor();
    expect(paid()).toHaveLength(1);
  });

  step('lets the bank ask once more, before a reload and after it', async () => {
    const { page, look } = await visitor('guest');
    await toCheckout(page);
    await fillAddress(page);
    await page.getByLabel('Card number').fill(ASKS_ONCE_MORE);
    await page.getByRole('button', { name: 'Pay $34.90' }).click();
    await page.getByRole('dialog', { name: 'Your bank' }).waitFor();
    await page.reload();
    await page.getByRole('dialog', { name: 'Your bank' }).getByRole('button', { name: 'Fail' }).click();
    await page.getByText('Your payment was declined').waitFor();
    await page.getByLabel('Card number').fill(ASKS_ONCE_MORE);
    await page.getByRole('button', { name: 'Pay $34.90' }).click();
    await look('bank asks');
    await page.getByRole('dialog', { name: 'Your bank' }).getByRole('button', { name: 'Complete' }).click();
    await page.getByText('Your order is placed and paid').waitFor();
    await look('order');
    expect(paid()).toHaveLength(2);
  });

  step('leads back to the order when the window was closed too early: by a mail', async () => {
    const { page } = await visitor('hasty guest');
    await toCheckout(page);
    await fillAddress(page, 'hasty@example.org');
    const later = await payAndClose(page);
    await later.goto(await mailedPath('hasty@example.org', String.raw`orders/\d+`));
    await later.getByText('Lyme Regis').waitFor();
    expect(paid()).toHaveLength(3);
  });

  step('and for an account, in its orders', async () => {
    const { page } = await visitor('regular');
    await page.goto('/login');
    await signIn(page, 'regular');
    await page.getByRole('button', { name: 'Account of regular' }).waitFor();
    await toCheckout(page);
    await fillAddress(page, null);
    const later = await payAndClose(page);
    await later.goto('/orders');
    await later.getByRole('main').getByText('Tea bowl').first().waitFor();
    await later.getByRole('link', { name: 'Cart, empty' }).waitFor();
    expect(paid()).toHaveLength(4);
  });

  const paid = () => [...stripe().intents.values()].filter(({ status }) => status === 'succeeded');
});

/** @returns another window of the same browser, after the order was placed and before this one heard of it */
async function payAndClose(page: Page): Promise<Page> {
  await page.getByLabel('Card number').fill(GOOD);
  const placed = new Promise<void>((resolve) => {
    void page.route('**/api/orders', async (route) => {
      await route.fetch();
      resolve();
    });
  });
  await page.getByRole('button', { name: 'Pay $34.90' }).click();
  await placed;
  const later = await page.context().newPage();
  await page.close();
  return later;
}

async function toCheckout(page: Page): Promise<void> {
  await page.goto('/products');
  await page.getByRole('main').getByRole('link', { name: 'Tea bowl', exact: true }).first().click();
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await page.getByRole('dialog').getByRole('link', { name: 'Check out' }).click();
}

async function fillAddress(page: Page, email: string | null = 'passer-by@example.org'): Promise<void> {
  if (email) await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Full name').fill('Mary Anning');
  await page.getByLabel('Street and number').fill('3 Cockmoile Square');
  await page.getByLabel('Postal code').fill('DT7 3JE');
  await page.getByLabel('City').fill('Lyme Regis');
  await page.getByLabel('Country').selectOption({ label: 'United Kingdom' });
}
