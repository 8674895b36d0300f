import { PASSWORD, emailOf, signIn } from './accounts';
import { openJourney } from './journey';
import { Person } from './people';

/** Staff takes a store out of the shop and lets it in again, and tends the tree of categories, pays vendors, and has done
 * what could not be done. */
describe('staff', () => {
  const { url, staffPassword, mailServer, visitor, step } = openJourney({
    withMailServer: true,
  });
  let potter: Person;
  let store: number;
  let bowl: number;
  let weaver: Person;
  let throwId: number;

  beforeAll(async () => {
    potter = await Person.register(url(), 'potter', 'vendor');
    store = (await potter.openStore('Clay & Fire')).id;
    bowl = (await potter.offer(store, 'Tea bowl')).id;
    weaver = await Person.register(url(), 'weaver', 'vendor');
    throwId = (await weaver.offer((await weaver.openStore('Warp & Weft')).id, 'Linen throw')).id;
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

  step('makes categories with the keyboard alone', async () => {
    const { page, look } = await visitor('staff');
    await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Categories' }).click();
    await page.getByRole('button', { name: 'Add category' }).press('Enter');
    await page.keyboard.type('Tableware');
    await page.keyboard.press('Enter');
    const actions = page.getByRole('button', { name: 'Actions for Tableware' });
    await actions.press('Enter');
    const focused = page.locator(':focus');
    await page.getByRole('menuitem', { name: 'Rename' }).and(focused).press('ArrowDown');
    await page.getByRole('menuitem', { name: 'Add a category below' }).and(focused).press('Enter');
    await page.getByRole('dialog', { name: 'Add a category' }).getByLabel('Name').waitFor();
    await page.keyboard.type('Bowls');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Actions for Bowls' }).waitFor();
    await actions.and(focused).waitFor();
    await look('categories');
    const [, bowls] = await potter.categories();
    await potter.offer(store, 'Rice bowl', { categoryId: bowls });
  });

  step('renames a category, to which old links still lead', async () => {
    const { page } = await visitor('staff');
    await page.getByRole('button', { name: 'Actions for Bowls' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();
    const dialog = page.getByRole('dialog', { name: 'Rename Bowls' });
    await dialog.getByLabel('Name').fill('Deep bowls');
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await page.getByText('Bowls is Deep bowls now').waitFor();

    const guest = await visitor('guest');
    await guest.page.goto('/products?category=bowls&inStock=true');
    await guest.page.waitForURL('/products?inStock=true&category=deep-bowls');
    await guest.page.getByRole('link', { name: 'Rice bowl' }).click();
    const path = guest.page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('listitem');
    await guest.page.getByRole('heading', { level: 1, name: 'Rice bowl' }).waitFor();
    expect(await path.allInnerTexts()).toEqual(['All products', 'Tableware', 'Deep bowls', 'Rice bowl']);
    await guest.look('path');
    await path.getByRole('link', { name: 'Tableware' }).click();
    await guest.page.getByRole('navigation', { name: 'Within Tableware' }).getByRole('link').waitFor();
    await guest.look('category');
  });

  step('deletes a category, whose goods go to the one above', async () => {
    const { page, look } = await visitor('staff');
    await page.getByRole('button', { name: 'Actions for Deep bowls' }).click();
    await page.getByRole('menuitem', { name: 'Delete or merge' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete Deep bowls?' });
    await dialog.getByText('Goes to Tableware: 1 product.').waitFor();
    await dialog.getByLabel('Reason').fill('One bowl needs no category.');
    await look('category to delete');
    await dialog.getByRole('button', { name: 'Delete category' }).click();
    await page.getByText('Now in Tableware: 1 product.').waitFor();
    await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Audit log' }).click();
    await page
      .getByRole('row', { name: 'remove category' })
      .getByText('One bowl needs no category.')
      .waitFor();

    const guest = await visitor('guest');
    await guest.page.goto('/products?category=bowls');
    await guest.page.getByRole('heading', { level: 1, name: 'Tableware' }).waitFor();
    await guest.page.getByRole('link', { name: 'Rice bowl' }).waitFor();
  });

  step('agrees with a store on another commission', async () => {
    const { page, look } = await visitor('staff');
    await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Stores' }).click();
    await page.getByRole('button', { name: 'Standard commission of Warp & Weft' }).click();
    const dialog = page.getByRole('dialog', { name: 'Commission of Warp & Weft' });
    await dialog.getByText('the marketplace’s rate (10%)').waitFor();
    await dialog.getByLabel('Percent').fill('5');
    await dialog.getByLabel('Reason').fill('Agreed for the first year.');
    await look('commission');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('The commission of Warp & Weft is changed').waitFor();
    await page.getByRole('button', { name: '5% commission of Warp & Weft' }).waitFor();
  });

  step('is asked by its vendor for what was earned', async () => {
    const reader = await Person.register(url(), 'reader', 'buyer');
    await reader.putInCart(throwId);
    const { id } = await reader.order();
    for (const status of ['shipped', 'delivered'] as const) await weaver.move(id, status);

    const { page, look } = await visitor('weaver');
    await page.goto('/login');
    await signIn(page, 'weaver', PASSWORD);
    await page.getByRole('button', { name: 'Account of weaver' }).waitFor();
    await page.goto('/dashboard/balance');
    await page.getByText('Say first which bank account the money goes to.').waitFor();
    await look('balance without an account');
    await page.getByRole('button', { name: 'Add account' }).click();
    const dialog = page.getByRole('dialog', { name: 'Where payouts go' });
    await dialog.getByLabel('Bank account').fill('DE89 3704 0044 0532 0130 00');
    await dialog.getByLabel('Your password').fill(PASSWORD);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await page.getByText('DE89 3704 0044 0532 0130 00').waitFor();
    await page.getByRole('cell', { name: 'Commission' }).waitFor();
    await look('balance');
    // 28.00 + 4.90 less 5 % of 28.00
    await page.getByRole('button', { name: 'Pay out $31.50' }).click();
    await page.getByText('There is nothing to pay out yet.').waitFor();
    await page.getByRole('tab', { name: 'Payouts' }).click();
    await page.getByRole('cell', { name: 'On its way' }).waitFor();
  });

  step('pays it, and checks the books', async () => {
    const { page, look } = await visitor('staff');
    await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Payouts' }).click();
    await page.getByRole('button', { name: 'Confirm payout 1' }).click();
    await look('payouts');
    const dialog = page.getByRole('dialog', { name: 'Confirm payout 1?' });
    await dialog.getByLabel('Reference').fill('SEPA 42');
    await dialog.getByRole('button', { name: 'Confirm payout' }).click();
    await page.getByText('$31.50 is paid').waitFor();
    await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Balances' }).click();
    await page.getByRole('button', { name: 'Check the books' }).click();
    await page.getByText('Everything adds up.').waitFor();
    await look('balances');

    const vendor = await visitor('weaver');
    await vendor.page.reload();
    await vendor.page.getByRole('cell', { name: 'SEPA 42' }).waitFor();
    await vendor.page.getByRole('tab', { name: 'Statements' }).click();
    const saved = vendor.page.waitForEvent('download');
    await vendor.page.getByRole('button', { name: /^CSV of/ }).click();
    expect((await saved).suggestedFilename()).toMatch(/^warp-and-weft-\d{4}-\d{2}\.csv$/);
    await vendor.look('statements');
  });

  step('finds the balance of a store that is closed, and so does its vendor', async () => {
    const { page, look } = await visitor('weaver');
    await page.goto('/dashboard/stores');
    await page.getByRole('button', { name: 'Actions for Warp & Weft' }).click();
    await page.getByRole('menuitem', { name: 'Close store' }).click();
    const dialog = page.getByRole('dialog', { name: 'Close Warp & Weft?' });
    await dialog.getByText('What the store has earned stays yours').waitFor();
    await dialog.getByRole('button', { name: 'Close store for good' }).click();
    await page.getByText('Warp & Weft is closed').waitFor();
    await page.getByRole('navigation', { name: 'Dashboard' }).getByRole('link', { name: 'Balance' }).click();
    await page.getByText('Closed. What it has earned stays yours.').waitFor();
    await page.getByRole('cell', { name: 'Commission' }).waitFor();
    await look('balance of a closed store');

    const staff = await visitor('staff');
    await staff.page.goto('/admin/balances');
    await staff.page.getByText('Closed', { exact: true }).waitFor();
    await staff.look('closed store');
    await staff.page.getByLabel('Which stores').selectOption('Owe something');
    await staff.page.getByText('Warp & Weft').waitFor({ state: 'hidden' });
  });

  step('sees that a mail could not be sent, and has it sent when it can be', async () => {
    await Person.register(url(), 'nobody', 'buyer');
    const { page, look } = await visitor('staff');
    await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Operations' }).click();
    await page.getByLabel('Status').selectOption('Given up');
    const job = page.getByRole('row', { name: 'account-mails' });
    await job.getByRole('cell', { name: 'User unknown' }).waitFor();
    await look('dead letter');
    mailServer().welcomeNobody();
    await job.getByRole('button', { name: 'Retry' }).click();
    await page.getByText('No jobs match').waitFor();
    await page.getByRole('link', { name: 'Show all jobs' }).click();
    await page.getByText('No jobs yet').waitFor();
    expect(mailServer().received.map(({ to }) => to)).toContain(emailOf('nobody'));
    await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Audit log' }).click();
    await page.getByRole('row', { name: 'retry job' }).waitFor();
  });
});
