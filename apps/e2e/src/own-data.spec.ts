import { readFile } from 'node:fs/promises';
import { PASSWORD, signIn } from './accounts';
import { openJourney } from './journey';
import { Person } from './people';

/** A buyer takes their data along and leaves; the vendor's books are as they were. */
describe('leaving', () => {
  const { url, visitor, step } = openJourney();
  let product: number;
  let number: string;

  beforeAll(async () => {
    const potter = await Person.register(url(), 'potter', 'vendor');
    const leaver = await Person.register(url(), 'leaver', 'buyer');
    const { id: store } = await potter.openStore('Clay & Fire');
    product = (await potter.offer(store, 'Tea bowl')).id;
    await leaver.putInCart(product);
    const order = await leaver.order();
    number = order.number;
    await potter.move(order.id, 'shipped');
    await potter.move(order.id, 'delivered');
    await leaver.review(product, 5, 'It holds the warmth.');
    await leaver.putInCart(product);
  });

  step('gives a file with all that is known', async () => {
    const { page, look } = await visitor('leaver');
    await page.goto('/profile');
    await signIn(page, 'leaver');
    await page.getByRole('heading', { name: 'Your data' }).waitFor();
    await look('profile');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download your data' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toMatch(/^souk-leaver-\d{4}-\d\d-\d\d\.json$/);
    const data: unknown = JSON.parse(await readFile(await file.path(), 'utf8'));
    expect(data).toMatchObject({
      profile: { username: 'leaver' },
      orders: [{ number }],
      cart: { itemCount: 1 },
    });
  });

  step('erases the account for its password', async () => {
    const { page, look } = await visitor('leaver');
    await page.getByRole('button', { name: 'Erase account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erase your account?' });
    await look('asked');
    await dialog.getByLabel('Your password').fill('a door of painted pine');
    await dialog.getByRole('button', { name: 'Erase account' }).click();
    await dialog.getByRole('alert').filter({ hasText: 'Is not your password' }).waitFor();
    await look('refused');
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Erase account' }).click();
    await page.waitForURL(`${url()}/`);
    await page.getByRole('link', { name: 'Cart, empty' }).waitFor();
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
    await signIn(page, 'leaver');
    await page.getByRole('alert').filter({ hasText: 'Username or password is wrong.' }).waitFor();
  });

  step('leaves the order in the books and the review in the shop, without a name', async () => {
    const { page, look } = await visitor('potter');
    await page.goto('/dashboard/orders');
    await signIn(page, 'potter');
    const order = page.getByRole('article', { name: `Order ${number}` });
    await order.getByText('$32.90').waitFor();
    await order.getByText('by Former member').waitFor();
    expect(await order.textContent()).not.toMatch(/@|Dock Lane|download/);
    await look('orders');
    await page.goto(`/products/${product}/reviews`);
    await page.getByRole('article', { name: 'Review by Former member' }).waitFor();
    await page.getByText('It holds the warmth.').waitFor();
  });
});
