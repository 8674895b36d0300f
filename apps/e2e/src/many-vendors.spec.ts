import type { Page } from 'playwright-core';
import { fixture } from '../../api/test/fixture';
import { emailOf, fillAccount, register } from './accounts';
import type { Visitor } from './browser';
import { openJourney } from './journey';
import { picture } from './picture';

const PRODUCTS = 284;
const IMPORT_MS = 40_000;

/** Two vendors open their stores, one buyer orders from both, and everybody sees their part of it. */
describe('an order from two vendors', () => {
  const { visitor, step } = openJourney();

  step('a vendor registers and opens a store', async () => {
    const { page, look } = await visitor('wheelwright');
    await page.goto('/');
    await look('empty market');
    await register(page, 'wheelwright', 'I want to sell');
    await openStore(page, 'Fixed Wheels', '25');
    await look('first store');
  });

  step('the vendor imports a catalogue and watches it arrive', async () => {
    const { page, look } = await visitor('wheelwright');
    await dashboard(page, 'Import');
    await look('import');
    await page.getByLabel('Choose a product file').setInputFiles(catalogue());
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByText('Would be created').waitFor({ timeout: IMPORT_MS });
    await page.getByRole('button', { name: 'Import bicycles.csv now' }).waitFor({ timeout: IMPORT_MS });
    await look('checked');
    await page.getByRole('button', { name: 'Import bicycles.csv now' }).click();
    await page.getByRole('progressbar', { name: 'Importing' }).waitFor();
    await look('importing');
    await page.getByRole('link', { name: 'See the products' }).waitFor({ timeout: IMPORT_MS });
    await page.getByRole('term').filter({ hasText: 'Created' }).waitFor();
    await page
      .getByRole('definition')
      .filter({ hasText: `${PRODUCTS}` })
      .waitFor();
    await look('imported');

    await dashboard(page, 'Products');
    await page.getByRole('table', { name: 'Products' }).getByRole('row').nth(1).waitFor();
    await page.getByText(`of ${PRODUCTS} products`).waitFor();
    await look('products');
  });

  step('a second vendor opens a store with one product in several sizes', async () => {
    const { page, look } = await visitor('weaver');
    await page.goto('/register');
    await page.getByRole('radio', { name: 'I want to sell' }).check();
    await fillAccount(page, 'weaver');
    await openStore(page, 'Loom & Loop', '4.90');
    await dashboard(page, 'Products');
    await page.getByRole('main').getByRole('link', { name: 'Add a product' }).first().click();
    await page.getByLabel('Name', { exact: true }).fill('Woven saddle bag');
    await page.getByLabel('Description').fill('Cotton on a leather strap, woven by hand.');
    const files = [await picture('strap.png', '#3f6b35'), await picture('bag.png', '#b5651d')];
    await page.getByLabel('Add pictures').setInputFiles(files);
    await page.getByLabel('What picture 1 shows').fill('The strap');
    await page.getByLabel('What picture 2 shows').fill('The bag, closed');
    await page.getByRole('button', { name: 'Move picture 2 up' }).press('Enter');
    await expectGallery(page, ['The bag, closed', 'The strap']);
    const rows = page.getByRole('list', { name: 'Pictures' }).getByRole('listitem');
    await rows.nth(1).dragTo(rows.nth(0), { sourcePosition: { x: 16, y: 16 } });
    await expectGallery(page, ['The strap', 'The bag, closed']);
    await page.getByRole('button', { name: 'Move picture 1 down' }).press('Enter');
    await page.getByRole('button', { name: 'Add options like size or colour' }).click();
    await page.getByLabel('Option name').fill('Size');
    await page.getByLabel('Values of Size').first().fill('Small,Large,');
    await page.getByLabel('Price of all').fill('48');
    await page.getByLabel('Stock of all').fill('3');
    await page.getByRole('button', { name: 'Set for all' }).click();
    await look('new product');
    await page.getByRole('button', { name: 'Create product' }).click();
    await page.getByRole('row', { name: /Woven saddle bag/ }).waitFor();
    await look('product listed');
  });

  step('a guest finds a bicycle by searching and puts one in the cart', async () => {
    const { page, look } = await visitor('rider');
    await page.goto('/');
    await page.getByRole('heading', { name: 'New arrivals' }).waitFor();
    await look('market');
    await page.getByRole('combobox', { name: 'Search products' }).fill('tango');
    await page.getByRole('option', { name: /Tango/ }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Results for “tango”' }).waitFor();
    await look('results');
    await page.getByRole('main').getByRole('link', { name: 'Tango', exact: true }).click();
    await pick(page, '54 cm');
    await look('bicycle');
    await addToCart(page);
    await look('added');
  });

  step('adds something from the other store and sees both in the cart', async () => {
    const { page, look } = await visitor('rider');
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Search products' }).fill('saddle bag');
    await page.getByRole('option', { name: /Woven saddle bag/ }).click();
    await pick(page, 'Large');
    const gallery = page.getByRole('group', { name: 'Pictures of Woven saddle bag' });
    await gallery.getByRole('img', { name: 'The bag, closed' }).waitFor();
    // comes when the first has come
    await gallery.locator('img[alt="The strap"]').waitFor();
    const shown = gallery.getByRole('region').getByRole('img');
    expect(await shown.evaluateAll((each) => each.map((img) => img.getAttribute('alt')))).toEqual([
      'The bag, closed',
      'The strap',
    ]);
    await look('bag');
    await addToCart(page);
    await page.getByRole('dialog').getByRole('link', { name: 'View cart' }).click();
    await page.getByRole('heading', { name: 'Your cart' }).waitFor();
    await page.getByRole('region', { name: 'Fixed Wheels' }).getByRole('link', { name: 'Tango' }).waitFor();
    await page.getByRole('region', { name: 'Loom & Loop' }).getByText('Large').waitFor();
    await look('cart');
  });

  step('registers in the checkout without losing cart or entries', async () => {
    const { page, look } = await visitor('rider');
    await page.getByRole('link', { name: 'Check out' }).click();
    await fillAddress(page);
    await look('checkout as a guest');
    await page.getByRole('button', { name: 'Create an account' }).click();
    await fillAccount(page, 'rider');
    await page.getByText(emailOf('rider')).waitFor();
    expect(await page.getByLabel('Street and number').inputValue()).toBe('12 Dock Lane');
    await look('checkout signed in');
  });

  step('is declined, loses nothing, and pays with another card', async () => {
    const { page, look } = await visitor('rider');
    await page.getByRole('radio', { name: 'Card that is declined' }).check();
    await pay(page);
    await page.getByRole('alert').filter({ hasText: 'Your payment was declined' }).waitFor();
    expect(await page.getByLabel('Full name').inputValue()).toBe('Ada Byron');
    await look('declined');
    await page.getByRole('radio', { name: 'Card that works' }).check();
    await pay(page);
    await page.getByRole('heading', { name: 'Thank you for your order' }).waitFor();
    await page.getByRole('heading', { name: 'Fixed Wheels' }).waitFor();
    await page.getByRole('heading', { name: 'Loom & Loop' }).waitFor();
    await page.getByRole('link', { name: 'Cart, empty' }).waitFor();
    await look('order');
  });

  step('each vendor ships and delivers their own part, and the buyer sees it', async () => {
    const { page: buyer, look } = await visitor('rider');
    await fulfil(await visitor('wheelwright'), 'Tango', 'DHL', 'JD014600003');
    await buyer.reload();
    await buyer.getByText('JD014600003', { exact: true }).waitFor();
    await look('one part delivered');
    await fulfil(await visitor('weaver'), 'Woven saddle bag', 'UPS', '1Z999AA10123456784');
    await buyer.reload();
    await buyer.getByText('1Z999AA10123456784', { exact: true }).waitFor();
    await look('all delivered');
  });

  step('a vendor gives the shipping back, and the buyer sees what and why', async () => {
    const { page, look } = await visitor('weaver');
    await page.getByRole('button', { name: /^Refund/ }).click();
    await page.getByRole('checkbox', { name: /^Shipping/ }).check();
    await page.getByLabel('Reason').fill('It came a week late.');
    await look('refunding');
    await page.getByRole('button', { name: 'Refund $4.90' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('term').filter({ hasText: 'Refunded' }).waitFor();
    const { page: buyer, look: buyerLook } = await visitor('rider');
    await buyer.reload();
    await buyer.getByRole('region', { name: 'Refunds' }).getByText('It came a week late.').waitFor();
    await buyerLook('refunded');
  });

  step('the buyer reviews what arrived, and the product shows the rating at once', async () => {
    const { page, look } = await visitor('rider');
    await page.getByRole('link', { name: 'Write a review of Woven saddle bag' }).click();
    await pick(page, '4 stars, Very good');
    await page.getByLabel('Your review').fill('Holds a puncture kit and a sandwich.');
    await look('review');
    await page.getByRole('button', { name: 'Publish review' }).click();
    await page.getByRole('heading', { name: 'Woven saddle bag', level: 1 }).waitFor();
    await page.getByRole('img', { name: 'Rated 4 out of 5, 1 review' }).first().waitFor();
    await page.getByRole('article', { name: 'Review by rider' }).getByText('Verified purchase').waitFor();
    await look('reviewed');
  });

  step('the vendor replies, and the reply shows', async () => {
    const { page, look } = await visitor('weaver');
    await dashboard(page, 'Reviews');
    await page.getByRole('button', { name: 'Reply to rider' }).click();
    await page.getByLabel('Reply to rider').fill('Two sandwiches, if they are thin.');
    await page.getByRole('button', { name: 'Publish reply' }).click();
    await look('replied');
    const { page: buyer } = await visitor('rider');
    await buyer.reload();
    await buyer
      .getByRole('article', { name: 'Review by rider' })
      .getByText('Two sandwiches, if they are thin.')
      .waitFor();
  });

  step('the vendor takes the import back, and the order stays', async () => {
    const { page, look } = await visitor('wheelwright');
    await dashboard(page, 'Import');
    await page.getByRole('button', { name: 'bicycles.csv' }).first().click();
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await look('undo');
    await page.getByRole('button', { name: 'Undo import' }).click();
    await page.getByText('This import was undone on').waitFor({ timeout: IMPORT_MS });
    await look('undone');
    await dashboard(page, 'Products');
    await page.getByRole('main').getByRole('link', { name: 'Add a product' }).first().waitFor();
    await page.getByRole('heading', { name: 'No products yet' }).waitFor();
    await dashboard(page, 'Orders');
    await page
      .getByRole('article', { name: /^Order/ })
      .getByText('Tango')
      .waitFor();
  });
});

/** The vendor has one order, and sees nothing of it but their own part. */
async function fulfil(
  { page, look }: Visitor,
  item: string,
  carrier: string,
  tracking: string,
): Promise<void> {
  await dashboard(page, 'Orders');
  const order = page.getByRole('article', { name: /^Order/ });
  await order.getByRole('link', { name: item }).waitFor();
  expect(await order.getByRole('listitem').count()).toBe(1);
  await look('order to ship');
  await order.getByRole('button', { name: /^Ship/ }).click();
  await page.getByLabel('Carrier').fill(carrier);
  await page.getByLabel('Tracking number').fill(tracking);
  await look('shipping');
  await page.getByRole('button', { name: 'Mark as shipped' }).click();
  await page.getByRole('button', { name: /^Mark delivered/ }).click();
  await order.getByText('Delivered').first().waitFor();
  await look('delivered');
}

async function openStore(page: Page, name: string, fee: string): Promise<void> {
  await dashboard(page, 'Stores');
  await page.getByRole('link', { name: 'Open a store' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('Description').fill(`Everything that ${name} makes and sells.`);
  await page.getByLabel('Shipping fee').fill(fee);
  await page.getByRole('button', { name: 'Open store' }).click();
  await page.getByRole('main').getByRole('heading', { name }).waitFor();
}

const dashboard = (page: Page, place: string) =>
  page.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name: place, exact: true }).click();

/** In the form, by what they show. */
async function expectGallery(page: Page, order: string[]): Promise<void> {
  const words = page.getByRole('textbox', { name: /^What picture \d shows/ });
  expect(await words.evaluateAll((each) => each.map((input) => (input as HTMLInputElement).value))).toEqual(
    order,
  );
}

/** The pictures are named at a host that cannot exist, so that no journey waits for somebody else's server. */
function catalogue() {
  const csv = fixture('shopify/bicycles.csv').toString().replaceAll('cdn.shopify.com', 'pictures.invalid');
  return { name: 'bicycles.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
}

/** Such radio buttons are drawn by their labels. */
const pick = (page: Page, name: string) =>
  page
    .locator('label')
    .filter({ has: page.getByRole('radio', { name }) })
    .click();

async function addToCart(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add to cart', exact: true }).click();
  await page.getByRole('dialog', { name: 'Added to your cart' }).waitFor();
}

async function fillAddress(page: Page): Promise<void> {
  await page.getByLabel('Full name').fill('Ada Byron');
  await page.getByLabel('Street and number').fill('12 Dock Lane');
  await page.getByLabel('Postal code').fill('4000-001');
  await page.getByLabel('City').fill('Porto');
}

const pay = (page: Page) => page.getByRole('button', { name: /^Pay / }).click();
