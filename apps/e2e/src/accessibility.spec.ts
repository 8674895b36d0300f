import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { signIn } from './accounts';
import { openJourney } from './journey';
import { Person } from './people';

const SIZES = [
  { width: 1280, height: 900 },
  { width: 320, height: 640 },
];

type Who = 'guest' | 'potter' | 'reader';

/** Every kind of page with something on it, wide and narrow, in light and in dark. */
describe('accessibility', () => {
  const { url, visitor } = openJourney();

  beforeAll(async () => {
    const [potter, reader] = await Promise.all([
      Person.register(url(), 'potter', 'vendor'),
      Person.register(url(), 'reader', 'buyer'),
    ]);
    const { id: store } = await potter.openStore('Clay & Fire');
    const mug = await potter.offer(store, 'Speckled mug', {
      variants: ['Small', 'Large'].map((Size) => ({ options: { Size }, price: '28.00', stockQuantity: 4 })),
    });
    const vase = await potter.offer(store, 'Ash vase');
    await potter.offer(store, 'Sold-out bowl', { stockQuantity: 0 });
    await potter.importCsv(store, 'Handle,Title,Variant Price\nplate,Plate,24.00\njug,Jug,a lot\n');
    await reader.putInCart(vase.id);
    const order = await reader.order();
    await potter.move(order.id, 'shipped');
    await potter.move(order.id, 'delivered');
    const review = await reader.review(vase.id, 4, 'Heavier than it looks, and all the better for it.');
    await potter.reply(review.id, 'Thank you.');
    await reader.putInCart(vase.id);
    await reader.order();
    await reader.putInCart(mug.id, mug.variants[0]?.id);
    for (const name of ['potter', 'reader']) {
      const { page } = await visitor(name);
      await page.goto('/login');
      await signIn(page, name);
      await page.getByRole('button', { name: `Account of ${name}` }).waitFor();
    }
  });

  it.each<[Who, string]>([
    ['guest', '/'],
    ['guest', '/products'],
    ['guest', '/products?search=mug&minPrice=5'],
    ['guest', '/products/1'],
    ['guest', '/products/2'],
    ['guest', '/products/2/reviews'],
    ['guest', '/stores'],
    ['guest', '/stores/1'],
    ['guest', '/cart'],
    ['guest', '/login'],
    ['guest', '/register'],
    ['guest', '/forgot-password'],
    ['guest', '/reset-password?token=from-a-mail'],
    ['guest', '/verify-email?token=too-old'],
    ['guest', '/nowhere'],
    ['reader', '/cart'],
    ['reader', '/checkout'],
    ['reader', '/orders'],
    ['reader', '/orders/1'],
    ['reader', '/profile'],
    ['reader', '/reviews/1/edit'],
    ['potter', '/dashboard'],
    ['potter', '/dashboard/orders'],
    ['potter', '/dashboard/products'],
    ['potter', '/dashboard/reviews'],
    ['potter', '/dashboard/stores'],
    ['potter', '/dashboard/imports'],
    ['potter', '/products/create'],
    ['potter', '/products/1/edit'],
    ['potter', '/stores/create'],
  ])('%s at %s', async (who, path) => {
    const { page, look } = await visitor(who);
    await page.goto(path);
    await loaded(page);
    const violations = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.waitForFunction(isDrawnIn, colorScheme);
      for (const size of SIZES) {
        await page.setViewportSize(size);
        violations.push(...(await violationsOn(page, colorScheme, size.width)));
      }
    }
    await page.emulateMedia({ colorScheme: 'light' });
    await look(path.replaceAll(/\W+/g, ' ').trim() || 'home');
    expect(violations).toEqual([]);
  });
});

/** The page's own content stands, and nothing in it is awaited. */
async function loaded(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[role=status]')].every(
      (status) => !status.textContent.startsWith('Loading'),
    ),
  );
}

/** Colours turn in steps even where motion is reduced. */
const isDrawnIn = (scheme: string) =>
  document.documentElement.classList.contains('dark') === (scheme === 'dark') &&
  document.getAnimations().length === 0;

/** The scheme changes nothing but colours, so the rest is asked once. */
const RULES = { light: {}, dark: { runOnly: ['color-contrast', 'link-in-text-block'] } };

/** One line for each rule that is broken. */
async function violationsOn(page: Page, scheme: keyof typeof RULES, width: number): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options = { resultTypes: ['violations'], ...RULES[scheme] };
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`);
  return violations.map(({ id, help, nodes }) => {
    const [first] = nodes;
    return `${scheme}, ${width} px: ${id} (${help}), ${nodes.length} times, such as ${first?.html}: ${first?.failureSummary}`;
  });
}
