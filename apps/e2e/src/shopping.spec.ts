import type { Page } from 'playwright-core';
import { register, signIn } from './accounts';
import { openJourney } from './journey';
import { Person } from './people';

/** Shorter ways through the shop, each by somebody else. */
describe('shopping', () => {
  const { url, visitor } = openJourney();

  beforeAll(async () => {
    const potter = await Person.register(url(), 'potter', 'vendor');
    const { id: store } = await potter.openStore('Clay & Fire');
    for (const name of ['Ash vase', 'Oak board', 'Speckled mug', 'Tea bowl'])
      await potter.offer(store, name, { price: name === 'Oak board' ? '62.00' : '28.00' });
  });

  it('lets a guest order without an account', async () => {
    const { page, look } = await visitor('guest');
    await page.goto('/stores');
    await page.getByRole('main').getByRole('link', { name: 'Clay & Fire' }).click();
    await page.getByRole('heading', { name: 'Clay & Fire', level: 1 }).waitFor();
    await look('store');
    await putInCart(page, 'Speckled mug');
    await page.getByRole('dialog').getByRole('link', { name: 'Check out' }).click();
    await page.getByRole('button', { name: /^Pay / }).click();
    await page.getByRole('alert').filter({ hasText: 'Enter an e-mail address.' }).waitFor();
    await look('incomplete');
    await page.getByLabel('E-mail address').fill('passer-by@example.org');
    await page.getByLabel('Full name').fill('Mary Anning');
    await page.getByLabel('Street and number').fill('3 Cockmoile Square');
    await page.getByLabel('Postal code').fill('DT7 3JE');
    await page.getByLabel('City').fill('Lyme Regis');
    await page.getByLabel('Country').selectOption({ label: 'United Kingdom' });
    await page.getByRole('button', { name: 'Pay $32.90' }).click();
    await page.getByRole('heading', { name: 'Thank you for your order' }).waitFor();
    await look('order');
    await page.reload();
    await page.getByText('Lyme Regis').waitFor();
    await look('order by its link');
  });

  it('keeps the cart from guest to account, and over signing out and in again', async () => {
    const { page, look } = await visitor('reader');
    await page.goto('/products');
    await putInCart(page, 'Tea bowl');
    await page.keyboard.press('Escape');
    await page.goto('/');
    await register(page, 'reader', 'I want to buy');
    await page.getByRole('link', { name: 'Cart, 1 item' }).waitFor();
    await page.getByRole('button', { name: 'Account of reader' }).click();
    await look('account menu');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Cart, empty' }).waitFor();
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
    await look('sign in');
    await signIn(page, 'reader');
    await page.getByRole('link', { name: 'Cart, 1 item' }).click();
    await page.getByRole('region', { name: 'Clay & Fire' }).getByRole('link', { name: 'Tea bowl' }).waitFor();
  });

  it('keeps filters over Back and a reload', async () => {
    const { page, look } = await visitor('browser');
    await page.goto('/products');
    const filters = page.getByRole('list', { name: 'Active filters' });
    const expensive = page.getByRole('complementary', { name: 'Filters' });
    await expensive.getByLabel('Lowest price').fill('50');
    await expensive.getByRole('button', { name: 'Go to this price range' }).click();
    await filters.waitFor();
    await page.getByText('1 product', { exact: true }).waitFor();
    await page.getByLabel(/^Sort/).selectOption({ label: 'Price: low to high' });
    await look('filtered');
    const address = page.url();
    await page.reload();
    await filters.waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Oak board' }).click();
    await page.getByRole('heading', { name: 'Oak board', level: 1 }).waitFor();
    await page.goBack();
    await filters.waitFor();
    await page.getByText('1 product', { exact: true }).waitFor();
    expect(page.url()).toBe(address);
  });

  it('sends a stranger from the dashboard to sign in, and back', async () => {
    const { page, look } = await visitor('stranger');
    await page.goto('/dashboard/products?search=bowl');
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await signIn(page, 'potter');
    await page.getByRole('row', { name: /Tea bowl/ }).waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/dashboard/products?search=bowl');
    await look('dashboard');
  });
});

async function putInCart(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await page.getByRole('dialog', { name: 'Added to your cart' }).waitFor();
}
