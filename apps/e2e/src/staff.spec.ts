import { signIn } from './accounts';
import { openJourney } from './journey';
import { Person } from './people';

/** Staff takes a store out of the shop and lets it in again; guests see neither it nor its goods meanwhile. */
describe('staff', () => {
  const { url, staffPassword, visitor, step } = openJourney({ withStaff: true });
  let store: number;
  let bowl: number;

  beforeAll(async () => {
    const potter = await Person.register(url(), 'potter', 'vendor');
    store = (await potter.openStore('Clay & Fire')).id;
    bowl = (await potter.offer(store, 'Tea bowl')).id;
    const weaver = await Person.register(url(), 'weaver', 'vendor');
    await weaver.offer((await weaver.openStore('Warp & Weft')).id, 'Linen throw');
  });

  step('deactivates a store for a reason', async () => {
    const { page, look } = await visitor('staff');
    await page.goto('/login');
    await signIn(page, 'staff', staffPassword());
    // The menu closes when the page changes.
    await page.waitForURL('/');
    await page.locator('#main:focus').waitFor();
    await page.getByRole('button', { name: 'Account of staff' }).click();
    await page.getByRole('link', { name: 'Admin' }).click();
    await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Stores' }).click();
    await page.getByRole('searchbox', { name: 'Search by name' }).fill('clay');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page.getByText('1 of 1 store', { exact: true }).waitFor();
    expect(await page.title()).toBe('Stores · Admin · Souk');
    await page.getByRole('button', { name: 'Deactivate Clay & Fire' }).click();
    await look('asked');
    const dialog = page.getByRole('dialog', { name: 'Deactivate Clay & Fire?' });
    await dialog.getByLabel('Reason').fill('Sells what it does not send.');
    await dialog.getByRole('button', { name: 'Deactivate' }).click();
    await page.getByText('Clay & Fire is deactivated').waitFor();
    await page.getByRole('cell', { name: 'Deactivated' }).waitFor();
    await look('deactivated');
  });

  step('has taken the store and its goods from guests', async () => {
    const { page, look } = await visitor('guest');
    await page.goto(`/stores/${store}`);
    await page.getByRole('heading', { level: 2, name: 'This store is not here' }).waitFor();
    await look('no store');
    await page.goto(`/products/${bowl}`);
    await page.getByRole('heading', { level: 2, name: 'This product is not here' }).waitFor();
    await page.goto('/products');
    await page.getByText('1 of 1 product', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Linen throw' }).waitFor();
    const search = page.getByRole('banner').getByRole('combobox');
    await search.fill('tea bowl');
    await search.press('Enter');
    await page.getByRole('heading', { name: 'No product matches all of this' }).waitFor();
  });

  step('reads in the audit log who did it, and why', async () => {
    const { page, look } = await visitor('staff');
    await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Audit log' }).click();
    const entry = page.getByRole('row', { name: `deactivate store ${store}` });
    await entry.getByText('Sells what it does not send.').waitFor();
    await entry.getByRole('cell', { name: 'staff', exact: true }).waitFor();
    await look('audit log');
  });

  step('lets the store in again', async () => {
    const { page } = await visitor('staff');
    await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Stores' }).click();
    await page.getByRole('button', { name: 'Reactivate Clay & Fire' }).click();
    const dialog = page.getByRole('dialog', { name: 'Reactivate Clay & Fire?' });
    await dialog.getByLabel('Reason').fill('It was the post.');
    await dialog.getByRole('button', { name: 'Reactivate' }).click();
    await page.getByText('Clay & Fire is its vendor’s again').waitFor();

    const guest = await visitor('guest');
    await guest.page.goto('/products?search=tea+bowl');
    await guest.page.getByRole('link', { name: 'Tea bowl' }).click();
    await guest.page.getByRole('heading', { level: 1, name: 'Tea bowl' }).waitFor();
    await guest.page.goto(`/stores/${store}`);
    await guest.page.getByRole('heading', { level: 1, name: 'Clay & Fire' }).waitFor();
  });
});
