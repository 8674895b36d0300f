import { LIMITS } from '@souk/contracts';

const { username, password } = LIMITS;

/** As the API checks them, told before the form is sent. */
export const usernameRule = {
  required: 'Choose a username.',
  minLength: { value: username.min, message: `Use at least ${username.min} characters.` },
  pattern: { value: /^[A-Za-z0-9_.-]+$/, message: 'Use letters, digits, "_", "." and "-" only.' },
};

/** Enough to catch slips; whether the address exists only a mail can tell. */
export const emailRule = {
  required: 'Enter an e-mail address.',
  pattern: {
    value: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    message: 'Enter an e-mail address such as name@example.com.',
  },
};

export const passwordRule = {
  required: 'Choose a password.',
  minLength: { value: password.min, message: `Use at least ${password.min} characters.` },
};
