import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { MemoryRouter } from 'react-router';
import { createQueryClient } from '~/lib/query';
import { ForgotPassword } from './forgot-password';
import { LoginForm } from './login-form';
import { RegisterForm } from './register-form';
import { ResetPassword } from './reset-password';

const email = { 'E-mail address': 'mara@example.com' };

it.each<[string, ReactElement, Record<string, string>, string]>([
  ['signing in', <LoginForm />, { 'Username or e-mail': 'mara', Password: 'not the one' }, 'Sign in'],
  [
    'registering',
    <RegisterForm userType="buyer" />,
    { ...email, Username: 'mara', Password: 'correct horse battery' },
    'Create account',
  ],
  ['a forgotten password', <ForgotPassword />, email, 'Send the link'],
  [
    'a new password',
    <ResetPassword token="t" />,
    { 'New password': 'correct horse battery' },
    'Save the new password',
  ],
])(
  '%s says how long to wait after too many tries, and keeps what is typed',
  async (_, form, typed, submit) => {
    const error = { code: 'RATE_LIMIT_EXCEEDED', message: 'Too many requests.', details: { retryAfter: 40 } };
    globalThis.fetch = jest.fn(async () =>
      Response.json(
        { success: false, error, requestId: 'r' },
        { status: 429, headers: { 'retry-after': '40' } },
      ),
    );
    render(
      <QueryClientProvider client={createQueryClient()}>
        <MemoryRouter>{form}</MemoryRouter>
      </QueryClientProvider>,
    );
    const user = userEvent.setup();
    for (const [label, text] of Object.entries(typed)) await user.type(screen.getByLabelText(label), text);
    await user.click(screen.getByRole('button', { name: submit }));
    expect(await screen.findByRole('alert')).toHaveTextContent('Too many tries. Try again in 40 seconds.');
    for (const [label, text] of Object.entries(typed)) expect(screen.getByLabelText(label)).toHaveValue(text);
    expect(screen.getByRole('button', { name: submit })).toBeEnabled();
  },
);
