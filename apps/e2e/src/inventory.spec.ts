import { PASSWORD, signIn } from './accounts';
import { openJourney } from './journey';
import { Person } from './people';
import { picture } from './picture';

/** A vendor changes many products at once, reads how a stock moved, meets a colleague in the same form, and posts on X. */
describe('inventory', () => {
  const { url, x, visitor, step } = openJourney({ withX: true });
  let jug: number;

  beforeAll(async () => {
    const potter = await Person.register(url(), 'potter', 'vendor');
    const { id } = await potter.openStore('Clay & Fire');
    const variants = ['S', 'L'].map((Size) => ({ options: { Size }, price: '20.00', stockQuantity: 4 }));
    await potter.offer(id, 'Bowl', { variants });
    jug = (await potter.offer(id, 'Jug')).id;
  });

  step('changes the stock of what has one stock, and is told what has several', async () => {
    const { page, look } = await visitor('potter');
    await page.goto('/login');
    await signIn(page, 'potter', PASSWORD);
    await page.getByRole('button', { name: 'Account of potter' }).waitFor();
    await page.goto('/dashboard/products');
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    const bar = page.getByRole('region', { name: 'Selected rows' });
    await bar.getByRole('button', { name: 'Stock' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change the stock of 2 products' });
    await dialog.getByLabel('How').selectOption('Add');
    await dialog.getByLabel('Units').fill('5');
    await look('bulk change');
    await dialog.getByRole('button', { name: 'Change 2 products' }).click();
    const report = page.getByRole('dialog', { name: '1 product could not be changed' });
    await report.waitFor();
    const results = await report.getByRole('listitem').allInnerTexts();
    expect(results.map((result) => result.split('\n')[0])).toEqual(['Bowl', 'Jug']);
    expect(results[0]).toContain('several');
    await look('report');
    await report.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('row', { name: 'Jug' }).getByRole('cell', { name: '15', exact: true }).waitFor();
  });

  step('lowers all prices by percent', async () => {
    const { page } = await visitor('potter');
    const bar = page.getByRole('region', { name: 'Selected rows' });
    await bar.getByRole('button', { name: 'Price' }).click();
    const dialog = page.getByRole('dialog', { name: 'Change the price of 2 products' });
    await dialog.getByLabel('How').selectOption('Lower by percent');
    await dialog.getByLabel('Percent').fill('50');
    await dialog.getByRole('button', { name: 'Change 2 products' }).click();
    await page.getByRole('cell', { name: '$14.00' }).waitFor();
    await bar.waitFor({ state: 'detached' });
  });

  step('reads how the stock came to be what it is', async () => {
    const { page, look } = await visitor('potter');
    await page.getByRole('button', { name: 'Actions for Jug' }).click();
    await page.getByRole('menuitem', { name: 'Stock history' }).click();
    const changes = page.getByRole('list', { name: 'Changes of stock' }).getByRole('listitem');
    await changes.filter({ hasText: 'Edited with others' }).getByText('+5').waitFor();
    await changes.filter({ hasText: 'First stock' }).getByText('+10').waitFor();
    await look('stock history');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Actions for Jug' }).and(page.locator(':focus')).waitFor();
  });

  step('is told what a colleague has changed meanwhile, and loses nothing', async () => {
    const { page, look } = await visitor('potter');
    await page.goto(`/products/${jug}/edit`);
    const name = page.getByLabel('Name', { exact: true });
    await name.fill('Tall jug');

    const colleague = await page.context().newPage();
    await colleague.goto(`/products/${jug}/edit`);
    await colleague.getByLabel('Name', { exact: true }).fill('Milk jug');
    await colleague.getByLabel('Description').fill('Pours without a drop.');
    await colleague.getByRole('button', { name: 'Save', exact: true }).click();
    await colleague.getByText('Milk jug is saved').waitFor();
    await colleague.close();

    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'This product was changed meanwhile' });
    const part = (legend: string) => dialog.getByRole('group', { name: legend });
    await part('Name').getByText('Milk jug').waitFor();
    expect(await part('Name').getByRole('radio', { name: 'Keep what you have entered' }).isChecked()).toBe(
      true,
    );
    expect(await part('Description').getByRole('radio', { name: 'Take what it is now' }).isChecked()).toBe(
      true,
    );
    await look('changed meanwhile');
    await dialog.getByRole('button', { name: 'Go on with these' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await name.inputValue()).toBe('Tall jug');
    expect(await page.getByLabel('Description').inputValue()).toBe('Pours without a drop.');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Tall jug is saved').waitFor();
    await page.goto(`/products/${jug}`);
    await page.getByRole('heading', { level: 1, name: 'Tall jug' }).waitFor();
    await page.getByText('Pours without a drop.').waitFor();
  });

  step('sees what a new product is announced with, and posts it when the time has come', async () => {
    const { page, look } = await visitor('potter');
    await page.goto('/products/create');
    await page.getByLabel('Name', { exact: true }).fill('Plate for @home 🍽️');
    await page.getByLabel('Description').fill('Stoneware, wide and flat.');
    await page.getByLabel('Add pictures').setInputFiles([await picture('plate.png', '#3f6b35')]);
    await page.getByLabel('Price', { exact: true }).fill('24.50');
    await page.getByLabel('Stock', { exact: true }).fill('3');
    const preview = page.getByRole('figure', { name: 'Preview: the post on X' });
    const text = '🆕 New product! Plate for @\u200bhome 🍽️ at Clay & Fire - $24.50 #shopping #newproduct';
    await preview.getByText(text).waitFor();
    await look('preview of a post');
    await page.getByRole('checkbox', { name: 'Announce on X' }).uncheck();
    await preview.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Create product' }).click();
    const row = page.getByRole('row', { name: /Plate for @home/ });
    await row.getByRole('link', { name: /Plate for @home/ }).click();
    await page.getByRole('status').getByText('Not posted').waitFor();
    expect(x().tweets.some((tweet) => tweet.text === text)).toBe(false);
    await page.getByRole('button', { name: 'Post now' }).click();
    const link = await page.getByRole('link', { name: 'See it on X' }).getAttribute('href');
    await look('posted');
    const tweet = x().tweets.find((each) => each.text === text);
    expect(link).toBe(`https://x.com/i/web/status/${tweet?.id}`);
    expect(x().uploads.get(tweet?.media[0] ?? '')?.length).toBeGreaterThan(0);
  });
});
