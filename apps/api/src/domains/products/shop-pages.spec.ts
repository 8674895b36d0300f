import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProductDto } from '@souk/contracts/products.dto';
import { startApp, type TestApp } from '../../../test/app';
import { Factory, type Person } from '../../../test/factories';
import { Database } from '../../platform/database/database';
import { Category } from './category.entity';

const WEB_ROOT = mkdtempSync(join(tmpdir(), 'souk-web-'));
writeFileSync(
  join(WEB_ROOT, 'index.html'),
  '<head><meta name="description" content="All." /><title>Souk</title></head><div id="root"></div>',
);

let test: TestApp;
let make: Factory;
let vendor: Person;
let mug: ProductDto;
beforeAll(async () => {
  test = await startApp({ WEB_ROOT, PUBLIC_URL: 'https://souk.example' });
  make = new Factory(test.client);
  vendor = await make.vendor();
  const { id: storeId } = await make.store(vendor, { name: 'Kiln & Ember' });
  const categories = test.app.get(Database).repository(Category);
  const shelf = { name: 'Mugs', slug: 'mugs', parentId: null, formerSlugs: ['cups'] };
  const { id: categoryId } = await categories.save(shelf);
  mug = await make.product(vendor, {
    ...{ storeId, categoryId, name: 'The "big" <mug>', price: '19.90' },
    description: `Holds ${'a lot and '.repeat(30)}more.\n</script><script>alert(1)</script>`,
  });
});
afterAll(async () => {
  await test.close();
  rmSync(WEB_ROOT, { recursive: true });
});

const page = async (url: string) => {
  const { statusCode, payload } = await test.app.inject({ url, headers: { accept: 'text/html' } });
  return { status: statusCode, html: payload };
};
const canonicalOf = (html: string) => /rel="canonical" href="([^"]+)"/.exec(html)?.[1];
const titleOf = (html: string) => /<title>(.*?)<\/title>/.exec(html)?.[1];
const descriptionOf = (html: string) => /name="description" content="([^"]*)"/.exec(html)?.[1] ?? '';

it('tells of a product what search engines and previews show, and lets nothing of it out of its place', async () => {
  const { status, html } = await page(`/products/${mug.id}?variant=3`);
  expect(status).toBe(200);
  expect(titleOf(html)).toBe('The &quot;big&quot; &lt;mug&gt; · Souk');
  expect(canonicalOf(html)).toBe(`https://souk.example/products/${mug.id}`);
  expect(descriptionOf(html)).toMatch(/^Holds a lot and .{100,160} …$/);
  expect(html).toContain(`rel="preload" as="fetch" href="/api/products/${mug.id}"`);
  expect(html.match(/<script/g)).toHaveLength(1);
  const facts = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
  expect(JSON.parse(facts)).toMatchObject({
    '@type': 'Product',
    name: mug.name,
    description: mug.description,
    offers: { price: '19.90', priceCurrency: 'USD', availability: 'https://schema.org/InStock' },
  });
});

it.each([
  ['/', 'Made by people, sold in one place · Souk', '/'],
  ['/products', 'All products · Souk', '/products'],
  ['/products?sort=price&inStock=true', 'All products · Souk', '/products'],
  ['/products?category=mugs&sort=price', 'Mugs · Souk', '/products?category=mugs'],
  ['/products?category=cups', 'Mugs · Souk', '/products?category=mugs'],
  ['/products?category=mugs&category=cups', 'All products · Souk', '/products'],
  ['/stores/', 'Stores · Souk', '/stores'],
  ['/stores/1', 'Kiln &amp; Ember · Souk', '/stores/1'],
  ['/products/1/reviews', 'Reviews of The &quot;big&quot; &lt;mug&gt; · Souk', '/products/1'],
])('names %s', async (url, title, canonical) => {
  const { status, html } = await page(url);
  expect({ status, title: titleOf(html), canonical: canonicalOf(html) }).toEqual({
    ...{ status: 200, title },
    canonical: `https://souk.example${canonical}`,
  });
});

it.each([
  '/cart',
  '/products/create',
  '/products/1/edit',
  '/orders/1',
  '/products/0',
  '/nowhere/at/all/really',
  '//',
  '//[',
])('says nothing of its own about %s', async (url) => {
  const { status, html } = await page(url);
  expect({ status, title: titleOf(html), canonical: canonicalOf(html) }).toEqual({
    ...{ status: 200, title: 'Souk', canonical: undefined },
  });
});

it('is not found where nothing is, or nothing for everybody, and is in no index', async () => {
  const hidden = await make.product(vendor, { isActive: false });
  for (const url of ['/products/999', `/products/${hidden.id}`, '/stores/999']) {
    const { status, html } = await page(url);
    expect({ url, status }).toEqual({ url, status: 404 });
    expect(html).toContain('noindex');
    expect(html).toContain('<div id="root">');
    expect(html).not.toContain(hidden.name);
  }
});
