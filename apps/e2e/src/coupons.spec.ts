import type { Page } from 'playwright-core';
import { signIn } from './accounts';
import { openJourney } from './journey';
import { Person } from './people';

/** A vendor's coupon, from the dashboard to an order that is taxed where it goes. */
describe('a coupon', () => {
  const { url, visitor, step } = openJourney({
    settings: { TAX_MODE: 'exclusive', TAX_RATES: 'DE:19,*:10' },
  });

  beforeAll(async () => {
    const potter = await Person.register(url(), 'potter', 'vendor');
    const { id: store } = await potter.openStore('Clay & Fire');
    await potter.offer(store, 'Ash vase', { price: '40.00' });
    await potter.offer(store, 'Glaze recipes', { price: '10.00', digital: true });
  });

  step('is made by the vendor', async () => {
    const { page, look } = await visitor('potter');
    await page.goto('/login');
    await signIn(page, 'potter');
    await page.getByRole('button', { name: 'Account of potter' }).waitFor();
    await page.goto('/dashboard/coupons');
    await page.getByText('Clay & Fire has no coupons').waitFor();
    await look('no coupons');
    await page.getByRole('button', { name: 'New coupon' }).click();
    const sheet = page.getByRole('dialog', { name: 'New coupon' });
    await sheet.getByRole('button', { name: 'Save coupon' }).click();
    await sheet.getByText('Enter a percentage.', { exact: true }).waitFor();
    await sheet.getByLabel('Code', { exact: true }).fill('thanks-10');
    await sheet.getByLabel('Percent off').fill('10');
    await sheet.getByLabel('From goods worth').fill('30');
    await sheet.getByLabel('Uses per buyer').fill('1');
    await look('new coupon');
    await sheet.getByRole('button', { name: 'Save coupon' }).click();
    await page.getByRole('row', { name: /THANKS-10 10 % off · from \$30\.00 · 1 per buyer/ }).waitFor();
    await look('coupons');
  });

  step('is entered by a buyer, who sees what it does', async () => {
    const { page, look } = await visitor('buyer');
    await putInCart(page, 'Glaze recipes');
    await page.goto('/cart');
    await page.getByRole('button', { name: 'Add a coupon code' }).click();
    await page.getByLabel('Coupon code').fill('thank-10');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Is not a coupon of a store in your cart.').waitFor();
    await page.getByLabel('Coupon code').fill('thanks-10');
    await page.getByRole('button', { name: 'Apply' }).click();
    const coupons = page.getByRole('list', { name: 'Coupons' });
    await coupons.getByText('Add goods of this store for $20.00 more to use THANKS-10.').waitFor();
    await putInCart(page, 'Ash vase');
    await page.goto('/cart');
    // 50.00 - 5.00 + 4.90, and a tenth of that
    await sum(page, 'Discount', '−$5.00');
    await sum(page, 'Estimated tax', '$4.99');
    await sum(page, 'Total', '$54.89');
    await look('cart');
    const quantity = page.getByRole('group', { name: 'Quantity of Ash vase' });
    await quantity.getByRole('button', { name: 'One more' }).click();
    await sum(page, 'Total', '$94.49');
    await quantity.getByRole('button', { name: 'One less' }).click();
    await sum(page, 'Total', '$54.89');
  });

  step('counts in the order, which is taxed where it goes', async () => {
    const { page, look } = await visitor('buyer');
    await page.getByRole('link', { name: 'Check out' }).click();
    await page.getByLabel('E-mail address').fill('passer-by@example.org');
    await page.getByLabel('Full name').fill('Maria Merian');
    await page.getByLabel('Street and number').fill('1 Kerkstraat');
    await page.getByLabel('Postal code').fill('60311');
    await page.getByLabel('City').fill('Frankfurt');
    await page.getByLabel('Country').selectOption({ label: 'Germany' });
    await page.getByRole('button', { name: 'Pay $59.38' }).waitFor();
    await sum(page, 'Tax', '$9.48');
    await look('checkout');
    await page.getByRole('button', { name: 'Pay $59.38' }).click();
    await page.getByRole('heading', { name: 'Thank you for your order' }).waitFor();
    await sum(page, 'Discount (THANKS-10)', '−$5.00');
    await sum(page, 'Tax', '$9.48');
    await sum(page, 'Total', '$59.38');
    await look('order');
  });

  step('is used once by a buyer, whom the e-mail address tells', async () => {
    const { page, look } = await visitor('buyer');
    await putInCart(page, 'Ash vase');
    await page.goto('/checkout');
    await page.getByRole('button', { name: 'Add a coupon code' }).click();
    await page.getByLabel('Coupon code').fill('THANKS-10');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByRole('button', { name: 'Remove THANKS-10' }).waitFor();
    await page.getByLabel('E-mail address').fill('passer-by@example.org');
    await page.getByLabel('Full name').fill('Maria Merian');
    await page.getByLabel('Street and number').fill('1 Kerkstraat');
    await page.getByLabel('Postal code').fill('60311');
    await page.getByLabel('City').fill('Frankfurt');
    await page.getByLabel('Country').selectOption({ label: 'Germany' });
    await page.getByRole('button', { name: 'Pay $48.67' }).click();
    await page.getByText('THANKS-10 was used with your e-mail address').waitFor();
    await look('used before');
    await page.getByRole('button', { name: 'Accept and pay $53.43' }).click();
    await page.getByRole('heading', { name: 'Thank you for your order' }).waitFor();
  });

  step('is no matter for a buyer of a download, who is taxed at home', async () => {
    const { page, look } = await visitor('reader');
    await putInCart(page, 'Glaze recipes');
    await page.goto('/checkout');
    await page.getByLabel('E-mail address').fill('reader@example.org');
    await page.getByRole('button', { name: 'Pay $11.00' }).waitFor();
    await page.getByLabel('Country').selectOption({ label: 'Germany' });
    await page.getByRole('button', { name: 'Pay $11.90' }).waitFor();
    await look('download');
    await page.getByRole('button', { name: 'Pay $11.90' }).click();
    await page.getByRole('heading', { name: 'Thank you for your order' }).waitFor();
    await sum(page, 'Tax', '$1.90');
  });

  step('shows the vendor its uses, and can be switched off', async () => {
    const { page, look } = await visitor('potter');
    await page.reload();
    const row = page.getByRole('row', { name: /THANKS-10/ });
    await row.getByRole('cell', { name: '1', exact: true }).waitFor();
    await row.getByRole('button', { name: 'Actions for THANKS-10' }).click();
    await page.getByRole('menuitem', { name: 'Switch off' }).click();
    await row.getByText('Off', { exact: true }).waitFor();
    await look('switched off');
  });
});

async function putInCart(page: Page, name: string): Promise<void> {
  await page.goto('/products');
  await page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('heading', { name, level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await page.getByRole('dialog', { name: 'Added to your cart' }).waitFor();
}

/** Waits until the summary says so. */
async function sum(page: Page, term: string, amount: string): Promise<void> {
  await page
    .locator(`dt:text-is("${term}") + dd`)
    .filter({ hasText: new RegExp(`^${amount.replaceAll(/[$.]/g, '\\$&')}$`) })
    .waitFor();
}
