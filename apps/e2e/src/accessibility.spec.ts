import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { PASSWORD, signIn } from './accounts';
import type { Visitor } from './browser';
import { openJourney } from './journey';
import { Person } from './people';

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };

type Who = 'guest' | 'potter' | 'reader' | 'staff';

/** Every kind of page with something on it, wide and narrow, in light and in dark. */
describe('accessibility', () => {
  const { url, staffPassword, visitor } = openJourney({
    settings: {
      WEBHOOK_LOOPBACK: 'true',
      // nobody is there, so jobs wait
      ...{ SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'Souk <souk@example.com>' },
    },
  });

  beforeAll(async () => {
    const [potter, reader] = await Promise.all([
      Person.register(url(), 'potter', 'vendor'),
      Person.register(url(), 'reader', 'buyer'),
    ]);
    const { id: store } = await potter.openStore('Clay & Fire');
    await potter.addWebhook();
    const mug = await potter.offer(store, 'Speckled mug', {
      variants: ['Small', 'Large'].map((Size) => ({ options: { Size }, price: '28.00', stockQuantity: 4 })),
    });
    const vase = await potter.offer(store, 'Ash vase');
    const bowl = await potter.offer(store, 'Sold-out bowl', { stockQuantity: 0 });
    for (const { id } of [mug, vase, bowl]) await reader.wishFor(id);
    await potter.importCsv(
      store,
      'Handle,Title,Type,Variant Price\nplate,Plate,Tableware,24.00\njug,Jug,Tableware,a lot\n',
    );
    await reader.putInCart(vase.id);
    const order = await reader.order();
    await potter.move(order.id, 'shipped');
    await potter.move(order.id, 'delivered');
    await potter.askForPayout(store);
    const review = await reader.review(vase.id, 4, 'Heavier than it looks, and all the better for it.');
    await potter.reply(review.id, 'Thank you.');
    await reader.putInCart(vase.id);
    await reader.order();
    await reader.putInCart(vase.id);
    await reader.order('tok_confirm');
    await reader.putInCart(mug.id, mug.variants[0]?.id);
    await potter.offerCoupon(store, { code: 'THANKS', percentOff: 10 });
    await reader.enterCode('THANKS');
    const passwords = { potter: PASSWORD, reader: PASSWORD, staff: staffPassword() };
    for (const [name, password] of Object.entries(passwords)) {
      const { page } = await visitor(name);
      await page.goto('/login');
      await signIn(page, name, password);
      await page.getByRole('button', { name: `Account of ${name}` }).waitFor();
    }
  });

  it.each<[Who, path: string, ...openers: string[]]>([
    ['guest', '/'],
    ['guest', '/products'],
    ['guest', '/products?search=mug&minPrice=5'],
    ['guest', '/products?category=tableware&inStock=true'],
    ['guest', '/products?search=zither'],
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
    ['guest', '/unsubscribe?token=7.low_stock.from-a-mail'],
    ['guest', '/nowhere'],
    ['reader', '/cart'],
    ['reader', '/checkout'],
    ['reader', '/orders'],
    ['reader', '/orders?search=zither&from=2026-01-01'],
    ['reader', '/orders/1', 'Return goods'],
    ['reader', '/orders/3', 'Confirm the payment'],
    ['reader', '/wish-list'],
    ['reader', '/webhooks'],
    ['reader', '/notifications'],
    ['potter', '/notifications/preferences'],
    ['reader', '/profile', 'New key', 'Sign out everywhere', 'Erase account'],
    ['reader', '/reviews/1/edit'],
    ['potter', '/dashboard'],
    ['potter', '/dashboard/orders', 'Refund SK-', 'History of SK-'],
    ['potter', '/dashboard/products'],
    ['potter', '/dashboard/reviews'],
    ['potter', '/dashboard/stores'],
    ['potter', '/dashboard/coupons', 'New coupon'],
    ['potter', '/dashboard/imports'],
    ['potter', '/dashboard/balance', 'Change account'],
    ['potter', '/dashboard/balance?show=statements'],
    ['potter', '/dashboard/balance?show=payouts'],
    ['potter', '/dashboard/webhooks', 'Add webhook'],
    ['potter', '/dashboard/webhooks/1', 'product.published'],
    ['potter', '/products/create'],
    ['potter', '/products/1/edit'],
    ['potter', '/stores/create'],
    ['staff', '/admin/users', 'Deactivate potter'],
    ['staff', '/admin/stores', 'Standard commission of Clay & Fire'],
    ['staff', '/admin/balances'],
    ['staff', '/admin/payouts', 'Confirm payout 1'],
    ['staff', '/admin/stores?search=nothing'],
    ['staff', '/admin/products'],
    ['staff', '/admin/categories', 'Add category'],
    ['staff', '/admin/orders'],
    ['staff', '/admin/reviews', 'Remove the review by reader'],
    ['staff', '/admin/operations/jobs'],
    ['staff', '/admin/operations/mails'],
    ['staff', '/admin/operations/posts'],
    ['staff', '/admin/operations/deliveries'],
    ['staff', '/admin/audit'],
  ])('%s at %s', async (who, path, ...openers) => {
    const { page, checkWidth, look } = await visitor(who);
    await visit(page, path);
    const violations = await violationsOn(page, checkWidth, path);
    if (process.env.SCREENSHOTS) await look(path.replaceAll(/\W+/g, ' ').trim() || 'home');
    for (const opener of openers) {
      await page.getByRole('button', { name: opener }).first().click();
      await page.getByRole('dialog').waitFor();
      violations.push(...(await violationsOn(page, checkWidth, opener, '[role=dialog]')));
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    expect(violations).toEqual([]);
  });

  it('vendor at the bell', async () => {
    const { page, checkWidth, look } = await visitor('potter');
    await visit(page, '/dashboard');
    await page.getByRole('button', { name: /^Notifications, \d+ unread$/ }).click();
    const latest = page.getByRole('group', { name: 'Latest notifications' });
    await latest
      .getByRole('link', { name: /^Unread: New order/ })
      .first()
      .waitFor();
    if (process.env.SCREENSHOTS) await look('bell');
    const found = await violationsOn(page, checkWidth, 'bell', '[aria-label="Latest notifications"]');
    await page.keyboard.press('Escape');
    expect(found).toEqual([]);
  });

  it('guest at the filters of a list on a phone', async () => {
    const { page } = await visitor('guest');
    await page.setViewportSize(NARROW);
    await visit(page, '/products?minPrice=5');
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByRole('dialog', { name: 'Filters' }).waitFor();
    const found = await ask(page, 'light', '[role=dialog]');
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.waitForFunction(isDrawnIn, 'dark');
    found.push(...(await ask(page, 'dark', '[role=dialog]', COLOURS)));
    expect(found).toEqual([]);
  });
});

/** Within the application where it can, as links do: loading it anew for every page would take half of the time. */
async function visit(page: Page, path: string): Promise<void> {
  const before = new URL(page.url()).pathname;
  if (before === 'blank' || before === new URL(path, page.url()).pathname) await page.goto(path);
  else await page.evaluate(goTo, path);
  await page.waitForFunction(isLoaded);
}

function goTo(path: string): void {
  for (const heading of document.querySelectorAll('h1')) heading.dataset.before = heading.textContent;
  history.pushState(null, '', path);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** The page's own heading stands, and nothing below it is awaited. */
const isLoaded = () =>
  [...document.querySelectorAll('h1')].some((heading) => heading.dataset.before !== heading.textContent) &&
  [...document.querySelectorAll('[role=status]')].every(
    (status) => !status.textContent.startsWith('Loading'),
  );

const isDrawnIn = (scheme: string) =>
  document.documentElement.classList.contains('dark') === (scheme === 'dark');

/** The scheme changes nothing but colours, so the rest is not asked again. */
const COLOURS = { runOnly: ['color-contrast', 'link-in-text-block'] };

/** Wide and narrow, in light and in dark; leaves the page as it was. */
async function violationsOn(
  page: Page,
  checkWidth: Visitor['checkWidth'],
  what: string,
  within?: string,
): Promise<string[]> {
  const found = await ask(page, 'light, 1280 px', within);
  await page.setViewportSize(NARROW);
  found.push(...(await ask(page, 'light, 320 px', within)));
  // axe takes long enough for the page to have settled at its new width
  await checkWidth(what);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(isDrawnIn, 'dark');
  found.push(...(await ask(page, 'dark, 320 px', within, COLOURS)));
  await page.setViewportSize(WIDE);
  found.push(...(await ask(page, 'dark, 1280 px', within, COLOURS)));
  await page.emulateMedia({ colorScheme: 'light' });
  await page.waitForFunction(isDrawnIn, 'light');
  return found.map((line) => `${what}: ${line}`);
}

/** One line for each rule that is broken. */
async function ask(page: Page, where: string, within = 'html', rules = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const options = JSON.stringify({ resultTypes: ['violations'], ...rules });
  const { violations } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(within)}, ${options})`);
  return violations.map(({ id, help, nodes }) => {
    const [first] = nodes;
    return `${where}: ${id} (${help}), ${nodes.length} times, such as ${first?.html}: ${first?.failureSummary}`;
  });
}
