import { emailOf, PASSWORD, signIn } from './accounts';
import { openJourney } from './journey';
import { Person } from './people';

const NEW_PASSWORD = 'a gate of wrought iron';

/** Someone has forgotten the password, and gets back in through the mailbox. */
describe('recovering an account', () => {
  const { url, visitor, mailedPath, step } = openJourney();
  const address = emailOf('reader');
  let link: string;

  beforeAll(async () => {
    await Person.register(url(), 'reader', 'buyer');
  });

  step('asks for a link', async () => {
    const { page, look } = await visitor('reader');
    await page.goto('/login');
    await look('sign in');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
    await look('forgotten');
    await page.getByLabel('E-mail address').fill(address);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await page.getByRole('heading', { name: 'Look into your mailbox' }).waitFor();
    await look('link on its way');
  });

  step('chooses a new password by the mailed link', async () => {
    const { page, look } = await visitor('reader');
    link = await mailedPath(address, 'reset-password');
    // Signed in after all: the page is loaded anew when the reset ends the session.
    await page.goto('/login');
    await signIn(page, 'reader');
    await page.getByRole('button', { name: 'Account of reader' }).waitFor();
    await page.goto(link);
    await page.waitForURL('/reset-password');
    await page.reload();
    await look('new password');
    await page.getByRole('textbox', { name: 'New password' }).fill(NEW_PASSWORD);
    await page.getByRole('button', { name: 'Save the new password' }).click();
    await page.getByText('You are signed out now').waitFor();
    await page.getByRole('heading', { name: 'Your password is changed' }).waitFor();
    await look('changed');
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await signIn(page, 'reader');
    await page.getByText('Username or password is wrong.').first().waitFor();
    await signIn(page, 'reader', NEW_PASSWORD);
    await page.getByRole('button', { name: 'Account of reader' }).waitFor();
  });

  step('cannot use the link again', async () => {
    const { page, look } = await visitor('somebody who finds the mail');
    await page.goto(link);
    await page.getByRole('textbox', { name: 'New password' }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Save the new password' }).click();
    await page.getByRole('heading', { name: 'This link does not work' }).waitFor();
    await look('dead link');
  });

  step('confirms the address by the newest link', async () => {
    const { page, look } = await visitor('reader');
    const first = await mailedPath(address, 'verify-email');
    await page.goto('/profile');
    await page.getByText('Please confirm your e-mail address').waitFor();
    await look('unconfirmed');
    await page.getByRole('button', { name: 'Send again' }).click();
    await page.getByText('Sent again.').waitFor();
    await page.goto(await mailedPath(address, 'verify-email', first));
    await page.getByRole('heading', { name: 'Your address is confirmed' }).waitFor();
    await page.waitForURL('/verify-email');
    await look('confirmed');
    await page.goto('/profile');
    await page.getByRole('heading', { name: 'Your profile' }).waitFor();
    expect(await page.getByText('Please confirm your e-mail address').count()).toBe(0);
    await page.goto(first);
    await page.getByRole('heading', { name: 'Your address is confirmed already' }).waitFor();
    await look('confirmed already');
    const stranger = await visitor('somebody who finds the mail');
    await stranger.page.goto(first);
    await stranger.page.getByRole('heading', { name: 'This link does not work' }).waitFor();
  });
});
