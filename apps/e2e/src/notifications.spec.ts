import { PASSWORD, signIn } from './accounts';
import { openJourney } from './journey';
import { Person } from './people';

/** A vendor looks at the open orders while somebody buys. */
describe('what happens while a page is open', () => {
  const { url, visitor, step } = openJourney();
  let mug: number;

  step('a vendor waits for the first order', async () => {
    const potter = await Person.register(url(), 'potter', 'vendor');
    const { id } = await potter.openStore('Ember & Ash');
    mug = (await potter.offer(id, 'Tea bowl')).id;
    const { page } = await visitor('potter');
    const listening = page.waitForResponse('**/api/notifications/stream');
    await page.goto('/login?next=/dashboard/orders?status=pending');
    await signIn(page, 'potter', PASSWORD);
    await page.getByRole('heading', { name: 'Nothing waits to be shipped' }).waitFor();
    await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
    expect((await listening).status()).toBe(200);
  });

  step('a guest buys, and the bell and the orders say so', async () => {
    const guest = Person.guest(url());
    await guest.putInCart(mug);
    const { number } = await guest.order();
    const { page, look } = await visitor('potter');
    await page.getByRole('button', { name: 'Notifications, 1 unread' }).waitFor();
    await page.getByText(number).first().waitFor();
    await page.getByText(`New order ${number}: $32.90`).waitFor({ state: 'attached' });
    await look('sold');
    await page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
    await look('latest');
    await page.getByRole('link', { name: `New order ${number}` }).click();
    await page.waitForURL(`**/dashboard/orders?search=${number}`);
    await page.getByRole('button', { name: 'Notifications', exact: true }).waitFor();

    await guest.putInCart(mug);
    await guest.order();
    await page.getByRole('button', { name: 'Notifications, 1 unread' }).click();
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByRole('button', { name: 'Notifications', exact: true }).click();
    await page.getByRole('group', { name: 'Latest notifications' }).waitFor({ state: 'detached' });
  });

  step('the vendor chooses what to hear of', async () => {
    const { page, look } = await visitor('potter');
    await page.getByRole('button', { name: 'Notifications', exact: true }).click();
    await page.getByRole('link', { name: 'See all' }).click();
    await page.getByRole('list', { name: 'Notifications' }).getByText('Tea bowl').first().waitFor();
    await look('all');
    await page.getByRole('link', { name: 'Choose what you hear of' }).click();
    const mailed = page.getByRole('checkbox', { name: 'A new review: by e-mail' });
    await mailed.waitFor();
    const kept = page.waitForResponse((response) => response.request().method() === 'PUT');
    await mailed.click();
    expect((await kept).ok()).toBe(true);
    await look('preferences');
    await page.reload();
    await mailed.waitFor();
    expect(await mailed.isChecked()).toBe(false);
  });
});
