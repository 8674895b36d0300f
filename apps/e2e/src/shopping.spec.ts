import type { Page } from 'playwright-core';
import { fillAccount, register, signIn } from './accounts';
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
    const inSize = (Size: string) => ({ options: { Size }, price: '28.00', stockQuantity: 3 });
    await potter.offer(store, 'Linen apron', { variants: [inSize('S'), inSize('M')] });
    await potter.offer(store, 'Canvas apron', { variants: [inSize('M'), inSize('L')] });
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
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /^Invoice INV-/ }).click();
    expect((await download).suggestedFilename()).toMatch(/^Invoice INV-\d+-000001\.pdf$/);
    await look('order by its link');
    await page.getByRole('link', { name: 'Create an account' }).click();
    await page.waitForURL(/\/register/);
    expect(await page.getByLabel('E-mail address').inputValue()).toBe('passer-by@example.org');
    await fillAccount(page, 'passer-by');
    await page.getByRole('button', { name: 'Add to my orders' }).click();
    await page.getByRole('link', { name: 'Your orders' }).first().click();
    await page.getByText('Speckled mug').first().waitFor();
    await look('claimed');
  });

  it('saves the address at one checkout and offers it at the next', async () => {
    const { page, look } = await visitor('regular');
    await page.goto('/');
    await register(page, 'regular', 'I want to buy');
    await page.getByRole('button', { name: 'Account of regular' }).waitFor();
    await page.goto('/products');
    await putInCart(page, 'Tea bowl');
    await page.getByRole('dialog').getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('Full name').fill('Mary Anning');
    await page.getByLabel('Street and number').fill('3 Cockmoile Square');
    await page.getByLabel('Postal code').fill('DT7 3JE');
    await page.getByLabel('City').fill('Lyme Regis');
    await page.getByLabel('Country').selectOption({ label: 'United Kingdom' });
    await page.getByText('Save this address for next time').click();
    await page.getByRole('button', { name: 'Pay $32.90' }).click();
    await page.getByRole('heading', { name: 'Thank you for your order' }).waitFor();
    await page.goto('/products');
    await putInCart(page, 'Tea bowl');
    await page.getByRole('dialog').getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('Send it to').waitFor();
    expect(await page.getByLabel('City').inputValue()).toBe('Lyme Regis');
    await look('saved address');
    await page.getByRole('radio', { name: 'Card whose bank asks once more' }).check();
    await page.getByRole('button', { name: 'Pay $32.90' }).click();
    await page.getByRole('dialog', { name: 'Are you paying with this card?' }).waitFor();
    await look('bank asks');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Confirm the payment' }).waitFor();
    await look('unconfirmed order');
    await page.getByRole('button', { name: 'Confirm the payment' }).click();
    await page.getByRole('button', { name: 'Yes, confirm' }).click();
    await page.getByText('Your order is placed and paid').waitFor();
    await page.getByRole('heading', { name: 'Thank you for your order' }).waitFor();
    await page.goto('/profile');
    await page.getByRole('list', { name: 'Addresses' }).getByText('Mary Anning').waitFor();
    await look('address book');
    await page.getByRole('button', { name: 'Delete Mary Anning, 3 Cockmoile Square' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete this address?' });
    await dialog.getByRole('button', { name: 'Delete address' }).click();
    await page.getByText('None yet. Add one here').waitFor();

    await page.goto('/orders?search=zither');
    await page.getByRole('link', { name: 'Show all orders' }).click();
    await page.getByText('2 of 2 orders').waitFor();
    await page.getByRole('searchbox', { name: /^Search by order number/ }).fill('bowl');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.waitForURL(/search=bowl/);
    await page.getByText('2 of 2 orders').waitFor();
    await look('orders found');
    await page
      .getByRole('button', { name: /^Buy again: / })
      .first()
      .click();
    await page.getByText('All of the order is in your cart').waitFor();
    await page.getByRole('link', { name: 'Cart, 1 item' }).waitFor();
    await look('ordered again');
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

  it('keeps a guest’s wish over signing in, and moves it to the cart', async () => {
    await Person.register(url(), 'wisher', 'buyer');
    const { page, look } = await visitor('wisher');
    await page.goto('/products');
    await page.getByRole('button', { name: 'Add Ash vase to your wish list' }).click();
    await page.getByText('Sign in to put it on your wish list.').waitFor();
    await signIn(page, 'wisher');
    await page.waitForURL(/\/products$/);
    await page.getByRole('button', { name: 'Remove Ash vase from your wish list' }).waitFor();
    await page.getByRole('link', { name: 'Linen apron', exact: true }).click();
    await page.getByRole('heading', { name: 'Linen apron', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Add Linen apron to your wish list' }).click();
    await page.getByRole('button', { name: 'Remove Linen apron from your wish list' }).waitFor();
    await look('wished product');
    await page.getByRole('button', { name: 'Account of wisher' }).click();
    await page.getByRole('banner').getByRole('link', { name: 'Wish list' }).click();
    await page.getByRole('link', { name: 'Choose options for Linen apron' }).waitFor();
    await look('wish list');
    await page.getByRole('button', { name: 'Move to cart: Ash vase' }).click();
    await page.getByRole('dialog').getByText('Ash vase').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Move to cart: Ash vase' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Cart, 1 item' }).waitFor();
    await page.getByRole('button', { name: 'Remove Linen apron from your wish list' }).click();
    await page.getByText('Nothing on your wish list yet').waitFor();
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

  it('narrows by several values at once, and says so to whoever gets the link', async () => {
    const { page, look } = await visitor('cook');
    await page.goto('/products');
    const sizes = page.getByRole('complementary').getByRole('group', { name: 'Size' });
    await sizes.getByRole('checkbox', { name: 'S 1' }).check();
    await page.getByText('1 product', { exact: true }).waitFor();
    await sizes.getByRole('checkbox', { name: 'L 1' }).check();
    await page.getByText('2 products', { exact: true }).waitFor();
    await look('two sizes');
    const shared = page.url();
    await page.goBack();
    await page.getByText('1 product', { exact: true }).waitFor();
    const { page: other } = await visitor('friend');
    await other.goto(shared);
    await other.getByText('2 products', { exact: true }).waitFor();
    await other.getByRole('button', { name: 'Remove filter Size: S' }).click();
    await other.getByText('1 product', { exact: true }).waitFor();
    await other.getByRole('main').getByRole('link', { name: 'Canvas apron', exact: true }).waitFor();
  });

  it('finds what was mistyped, and a way on from nothing', async () => {
    const { page, look } = await visitor('hasty');
    const search = page.getByRole('combobox', { name: 'Search products' });
    await page.goto('/');
    await search.fill('cla');
    await page.getByRole('option', { name: /Clay & Fire/ }).waitFor();
    await look('suggestions');
    await search.press('Escape');
    expect(await page.getByRole('option').count()).toBe(0);
    expect(await search.inputValue()).toBe('cla');
    await search.press('ArrowDown');
    await search.press('Enter');
    await page.getByRole('heading', { name: 'Clay & Fire', level: 1 }).waitFor();
    await search.fill('spekled');
    await search.press('Enter');
    await page.getByText('No product has “spekled”. These have speckled.').waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Speckled mug' }).waitFor();
    await look('mended');
    await search.fill('ash board');
    await search.press('Enter');
    await page.getByText('No product matches all of this').waitFor();
    await look('nothing');
    await page.getByRole('link', { name: '“board”' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Oak board' }).waitFor();
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
