import type { UserType } from '@souk/contracts';
import type { Words } from '../../platform/mail/correspondence';

interface Named {
  username: string;
}

/** Somebody has registered: one mail that greets and asks to confirm, instead of two. */
export const welcomeLetter = (
  { username, userType }: Named & { userType: UserType },
  url: string,
): Words => ({
  subject: 'Welcome to Souk: confirm your e-mail address',
  preheader: 'One tap, and your account is complete.',
  paragraphs: [
    `Hello ${username},`,
    userType === 'vendor'
      ? 'Good to have you here. You can open your store at once: a name, a few words about it, and your first product. We tell you by mail of every order, and when you are paid.'
      : 'Good to have you here. Buy from many small stores in one checkout, follow your orders in one place, and keep what you like on your wish list.',
    CONFIRM,
  ],
  action: { label: 'Confirm this address', url },
  closing: CONFIRM_ENDS,
});

export const confirmLetter = ({ username }: Named, url: string): Words => ({
  subject: 'Confirm your e-mail address',
  preheader: 'It is where we write to about your orders.',
  paragraphs: [`Hello ${username},`, CONFIRM],
  action: { label: 'Confirm this address', url },
  closing: CONFIRM_ENDS,
});

export const resetLetter = ({ username }: Named, url: string): Words => ({
  subject: 'Choose a new password',
  preheader: 'The link works once, within one hour.',
  paragraphs: [
    `Hello ${username},`,
    'Somebody, hopefully you, has forgotten the password of your account at Souk. Choose a new one here; it signs you out everywhere.',
  ],
  action: { label: 'Choose a new password', url },
  closing: 'The link works once, within one hour. If it was not you, ignore this mail: nothing has changed.',
});

/** To the former address. */
export const addressChangedLetter = ({ username }: Named, url: string): Words => ({
  subject: 'Your e-mail address was changed',
  preheader: 'We write to another one from now on. Was it you?',
  paragraphs: [
    `Hello ${username},`,
    'Your account at Souk has another e-mail address now. We write to that one from now on.',
    'If it was not you, sign in with your username and your password, put your address back and choose a new password. That signs everybody else out.',
  ],
  action: { label: 'Look at your account', url },
  closing: 'If it was you, there is nothing to do.',
});

export const passwordChangedLetter = ({ username }: Named, url: string): Words => ({
  subject: 'Your password was changed',
  preheader: 'Every device was signed out. Was it you?',
  paragraphs: [
    `Hello ${username},`,
    'The password of your account at Souk was changed, and every device was signed out.',
    'If it was not you, choose a new password at once.',
  ],
  action: { label: 'Choose a new password', url },
  closing: 'If it was you, there is nothing to do.',
});

const CONFIRM =
  'Please confirm that this is your e-mail address. It is where we write to about your orders, and how you get back in should you forget your password.';
const CONFIRM_ENDS =
  'The link works once, within three days. If you have no account at Souk, ignore this mail.';
