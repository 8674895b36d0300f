import { register, signIn } from './accounts';
import { openJourney } from './journey';

/** What users do about their own account. */
describe('the account', () => {
  const { visitor } = openJourney();

  it('signs another device out from afar', async () => {
    const phone = await visitor('phone');
    await phone.page.goto('/');
    await register(phone.page, 'traveller', 'I want to buy');
    await phone.page.getByRole('button', { name: 'Account of traveller' }).waitFor();

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
});
