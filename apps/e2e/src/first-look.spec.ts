import { openJourney } from './journey';
import { Person } from './people';

/** What the server names in the head of a page is what its code asks for, or it would come twice. */
describe('the first look', () => {
  const { url, visitor } = openJourney();

  beforeAll(async () => {
    const potter = await Person.register(url(), 'potter', 'vendor');
    const { id } = await potter.openStore('Clay & Fire');
    const bowl = await potter.offer(id, 'Tea bowl');
    await potter.illustrate(bowl.id);
  });

  it.each([
    ['/', 'Made by people, sold in one place'],
    ['/products', 'All products'],
    ['/products/1', 'Tea bowl'],
    ['/stores/1', 'Clay & Fire'],
  ])('asks for nothing twice at %s', async (path, title) => {
    const { page } = await visitor('guest');
    const asked: string[] = [];
    const note = (request: { url(): string }) => asked.push(request.url().replace(url(), ''));
    page.on('request', note);
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.waitForLoadState('networkidle');
    page.off('request', note);
    const [early] = await page
      .locator('link[rel=preload][as=fetch]')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(asked.filter((each) => each === early)).toHaveLength(1);
    const formats = new Set(
      asked.filter((each) => each.startsWith('/media/')).map((each) => each.split('.')[1]),
    );
    expect([...formats]).toEqual(['avif']);
    expect(asked.filter((each, index) => asked.indexOf(each) !== index)).toEqual([]);
    expect(await page.title()).toBe(`${title} · Souk`);
  });

  it('says of a product that is not there that it is not found', async () => {
    const { page } = await visitor('guest');
    const answer = await page.goto('/products/999');
    expect(answer?.status()).toBe(404);
    await page.getByRole('heading', { level: 2, name: 'This product is not here' }).waitFor();
  });
});
