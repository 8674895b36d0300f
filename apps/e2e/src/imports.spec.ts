import type { Page } from 'playwright-core';
import { fixture } from '../../api/test/fixture';
import { signIn } from './accounts';
import { openJourney } from './journey';
import { Person } from './people';

const IMPORT_MS = 60_000;
/** Of a product in an export: the one with a title. */
const FIRST_ROW = /^[a-z0-9-]+,[^,\n]/gm;

/** A vendor brings two real catalogues, looks first, and takes them back again. */
describe('a catalogue in a file', () => {
  const { visitor, step, url, server } = openJourney({ isKillable: true });
  let person: Person;
  let storeId: number;
  let before: string;

  step('the vendor has a product already, and sees what a file would bring before it does', async () => {
    person = await Person.register(url(), 'goldsmith', 'vendor');
    storeId = (await person.openStore('Ring & Rim')).id;
    await person.offer(storeId, 'Hammered bangle');
    before = await person.exportCsv(storeId);

    const { page, look } = await visitor('goldsmith');
    await page.goto('/login');
    await signIn(page, 'goldsmith');
    await page.getByRole('button', { name: 'Account of goldsmith' }).waitFor();
    await page.goto('/dashboard/imports');
    await check(page, 'jewelry.csv', { created: 19 });
    await look('jewelry checked');
    expect(await person.exportCsv(storeId)).toBe(before);
  });

  step('both catalogues arrive, with progress', async () => {
    const { page, look } = await visitor('goldsmith');
    await importNow(page, 'jewelry.csv', 19);
    await look('jewelry imported');
    await check(page, 'bicycles.csv', { created: 284 });
    await importNow(page, 'bicycles.csv', 284);
    await look('bicycles imported');
    await page.getByRole('link', { name: 'See the products' }).click();
    await page.getByText('of 304 products').waitFor();
  });

  step('undone, they leave the catalogue as it was', async () => {
    const { page, look } = await visitor('goldsmith');
    for (const file of ['bicycles.csv', 'jewelry.csv']) {
      await page.goto('/dashboard/imports');
      // the newest of this name stands first, above its dry run
      await page.getByRole('button', { name: file }).first().click();
      await undo(page);
    }
    await look('undone');
    expect(await person.exportCsv(storeId)).toBe(before);
    await page.goto('/dashboard/products');
    await page.getByText('1 of 1 product').waitFor();
  });

  step('the server dies in the middle, and the page goes on by itself once it is back', async () => {
    const { page, look } = await visitor('goldsmith');
    await page.goto('/dashboard/imports');
    await choose(page, 'bicycles-twice.csv', twice(catalogue('bicycles.csv')));
    await page.getByRole('checkbox', { name: 'Dry run' }).uncheck();
    await page.getByRole('button', { name: 'Import the products' }).click();
    await page.getByRole('progressbar', { name: 'Importing' }).waitFor();
    await person.importTakesRows(storeId);
    await server().kill();
    await page.getByText('Souk cannot be reached just now.').waitFor();
    await look('cut off');
    await server().startAgain();
    await ended(page, 'Created', 568);
    expect((await person.exportCsv(storeId)).match(FIRST_ROW)).toHaveLength(569);
    await undo(page);
    expect(await person.exportCsv(storeId)).toBe(before);
  });

  step('problems are listed row by row, and a file of another kind is told apart', async () => {
    const { page, look } = await visitor('goldsmith');
    await page.goto('/dashboard/imports');
    const rows = Array.from({ length: 100 }, (_, index) => `ring-${index},Ring ${index},${index} gold,24`);
    await choose(page, 'season.csv', ['Handle,Title,Variant Price,Carat', ...rows].join('\n'));
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByText('This column means nothing here.').first().waitFor();
    await page.getByText('25 of 101 problems').waitFor();
    await page.getByText('Nothing in this file can be imported yet.').waitFor();
    await look('many problems');
    await page.getByRole('button', { name: 'Choose another' }).click();
    await choose(page, 'season.csv', 'PK\x03\x04');
    await page.getByRole('button', { name: 'Check the file' }).click();
    await page.getByText('save it as "CSV UTF-8"').waitFor();
    await look('refused');
  });

  step('two hundred products change at once, and the stock of each tells why', async () => {
    const { page, look } = await visitor('goldsmith');
    await person.importCsv(
      storeId,
      twice('Handle,Title,Option1 Name,Option1 Value,Variant Price,Variant Inventory Qty\n' + rings(110)),
    );
    await page.goto('/dashboard/imports');
    await page.getByRole('button', { name: 'goods.csv' }).click();
    await page.getByRole('link', { name: 'See the products' }).waitFor({ timeout: IMPORT_MS });
    await page.goto('/dashboard/products?search=ring');
    for (const shown of [100, 150, 200]) {
      await page.getByRole('button', { name: 'Show more' }).click();
      await page.getByText(`${shown} of 221 products`).waitFor({ timeout: IMPORT_MS });
    }
    await page.getByRole('checkbox', { name: 'Select all' }).check();
    await page.getByText('200 rows selected').waitFor();
    await page.getByRole('region', { name: 'Selected rows' }).getByRole('button', { name: 'Stock' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('How').selectOption('Add');
    await dialog.getByLabel('Units').fill('3');
    await look('bulk edit');
    await page.getByRole('button', { name: 'Change 200 products' }).click();
    const results = page.getByRole('list', { name: 'Results' }).getByRole('listitem');
    await results.filter({ hasText: 'several' }).first().waitFor({ timeout: IMPORT_MS });
    expect(await results.count()).toBe(200);
    await look('bulk results');
    await page.getByRole('button', { name: 'Done' }).click();

    await page.getByRole('button', { name: 'Actions for Ring 109' }).first().click();
    await page.getByRole('menuitem', { name: 'Stock history' }).click();
    const newest = page.getByRole('list', { name: 'Changes of stock' }).getByRole('listitem').first();
    await newest.getByText('Edited with others').waitFor();
    await newest.getByText('by goldsmith').waitFor();
    await newest.getByText('8 on hand').waitFor();
    await look('stock history');
  });
});

/** A dry run to its end. */
async function check(page: Page, file: string, { created }: { created: number }): Promise<void> {
  await choose(page, file, catalogue(file));
  await page.getByRole('button', { name: 'Check the file' }).click();
  await ended(page, 'Would be created', created);
}

async function importNow(page: Page, file: string, created: number): Promise<void> {
  await page.getByRole('button', { name: `Import ${file} now` }).click();
  await page.getByRole('progressbar', { name: 'Importing' }).waitFor();
  await ended(page, 'Created', created);
}

async function undo(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('button', { name: 'Undo import' }).click();
  await page.getByText('This import was undone on').waitFor({ timeout: IMPORT_MS });
}

async function ended(page: Page, label: string, count: number): Promise<void> {
  await page.getByText('Done', { exact: true }).first().waitFor({ timeout: IMPORT_MS });
  const figure = page.locator('div').filter({ has: page.getByRole('term').filter({ hasText: label }) });
  await figure
    .getByRole('definition')
    .filter({ hasText: `${count}` })
    .first()
    .waitFor();
}

const choose = (page: Page, name: string, text: string) =>
  page
    .getByLabel('Choose a product file')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

/** The pictures are named at a host that cannot exist, so that no journey waits for somebody else's server. */
const catalogue = (file: string) =>
  fixture(`shopify/${file}`).toString().replaceAll('cdn.shopify.com', 'pictures.invalid');

/** Every tenth comes in two sizes. */
const rings = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    index % 10 === 0
      ? `ring-${index},Ring ${index},Size,50,10.00,5\nring-${index},,,52,10.00,5\n`
      : `ring-${index},Ring ${index},,,10.00,5\n`,
  ).join('');

/** Each row once more under another handle: long enough to be in the middle of. */
const twice = (csv: string) =>
  csv + csv.slice(csv.indexOf('\n') + 1).replaceAll(/^(?=[a-z0-9-]+,)/gm, 'twin-of-');
