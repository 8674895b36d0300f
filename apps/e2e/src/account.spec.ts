import { emailOf, register, signIn } from './accounts';
import { openJourney } from './journey';
import { Person } from './people';

/** What users do about their own account. */
describe('the account', () => {
  const { url, visitor } = openJourney();

  it('signs another device out from afar', async () => {
    const phone = await visitor('phone');
    await phone.page.goto('/');
    await register(phone.page, 'traveller', 'I want to buy');
    await phone.page.getByRole('button', { name: 'Account of traveller' }).waitFor();
    await phone.page.getByText(`mailed to ${emailOf('traveller')}`).waitFor();
    await phone.look('registered');
    await phone.page.getByRole('button', { name: 'Open profile' }).click();
    await phone.page.getByText('Please confirm your e-mail address').waitFor();

    const { page, look } = await visitor('desk');
    await page.goto('/login');
    await signIn(page, 'traveller');
    await page.getByRole('button', { name: 'Account of traveller' }).waitFor();
    await page.goto('/profile');
    const devices = page.getByRole('list', { name: 'Devices' });
    await devices.getByText('This device').waitFor();
    await look('devices');
    await devices.getByRole('button', { name: /^Sign out / }).click();
    await page.getByText(/ is signed out$/).waitFor();
    await devices.getByRole('listitem').nth(1).waitFor({ state: 'detached' });
    expect(await devices.evaluate((list) => list === document.activeElement)).toBe(true);

    await phone.page.goto('/orders');
    await phone.page.getByRole('heading', { name: 'Sign in' }).waitFor();
  });

  it('makes an API key that works until it is revoked', async () => {
    const { page, look } = await visitor('desk');
    await page.goto('/profile');
    await page.getByRole('button', { name: 'New key' }).click();
    await look('new key');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Bookkeeping');
    await dialog.getByRole('button', { name: 'Create key' }).click();
    const key = (await dialog.getByText(/^sk_/).textContent()) ?? '';
    await look('key');
    await dialog.getByRole('button', { name: 'Done' }).click();
    const headers = { authorization: `Bearer ${key}` };
    expect((await page.request.get('/api/auth/profile', { headers })).status()).toBe(200);
    await page.getByRole('button', { name: 'Revoke Bookkeeping' }).click();
    await look('revoke');
    await dialog.getByRole('button', { name: 'Revoke key' }).click();
    await page.getByText('No program has a key of yours.').waitFor();
    expect((await page.request.get('/api/auth/profile', { headers })).status()).toBe(401);
  });

  it('never shows or saves one user’s data as another’s, whatever another tab does', async () => {
    await Promise.all(['ada', 'bea'].map((name) => Person.register(url(), name, 'buyer')));
    const { page } = await visitor('shared browser');
    await page.goto('/profile');
    await signIn(page, 'ada');
    await page.getByRole('heading', { name: 'Your profile' }).waitFor();
    const [hearing, deaf] = [await page.context().newPage(), await page.context().newPage()];
    await deaf.addInitScript(() =>
      window.addEventListener('storage', (event) => event.stopImmediatePropagation(), true),
    );
    // where it would hear that the session has ended
    await deaf.route('**/api/notifications**', (route) => route.abort());
    for (const tab of [hearing, deaf]) {
      await tab.goto('/profile');
      await tab.getByText('You are ada, a buyer.').waitFor();
      await tab.getByLabel('First name').fill('Ada');
    }

    await page.getByRole('button', { name: 'Account of ada' }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await hearing.getByRole('heading', { name: 'Sign in' }).waitFor();
    await hearing.getByText('You are signed out now').waitFor();
    await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
    await signIn(page, 'bea');
    await hearing.getByText('You are signed in as bea in another tab now').waitFor();

    await deaf.getByRole('button', { name: 'Save profile' }).click();
    await deaf.getByText('You are signed in as bea in another tab now').waitFor();
    for (const tab of [hearing, deaf]) {
      await tab.getByText('You are bea, a buyer.').waitFor();
      expect(await tab.getByLabel('First name').inputValue()).toBe('');
      expect(await tab.getByLabel('E-mail address').inputValue()).toBe(emailOf('bea'));
    }
  });
});
