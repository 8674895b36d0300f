import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { ApiKeysSection } from './api-keys-section';

it('shows a new key once, and lists what is known of it afterwards', async () => {
  const about = {
    id: 4,
    name: 'Bookkeeping',
    prefix: 'sk_2lPZmTcWz',
    scopes: ['read'],
    lastUsedAt: null,
    createdAt: '2026-11-02T09:30:00.000Z',
  };
  const key = `${about.prefix}i57yzAzxi65pvRL7PUqjRKc`;
  const made: unknown[] = [];
  globalThis.fetch = jest.fn(async (input: RequestInfo | URL) => {
    const request = input as Request;
    if (request.method === 'GET') return Response.json({ items: made.length > 0 ? [about] : [] });
    made.push(await request.json());
    return Response.json({ ...about, key }, { status: 201 });
  });
  const user = userEvent.setup({ delay: null });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <ApiKeysSection userType="buyer" />
      </MemoryRouter>
    </QueryClientProvider>,
  );

  expect(await screen.findByText('No program has a key of yours.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'New key' }));
  expect(screen.queryByText(/Write stores/)).toBeNull();
  expect(screen.getByLabelText('Name')).toHaveFocus();
  await user.click(screen.getByLabelText('Read all that you can see'));
  await user.click(screen.getByRole('button', { name: 'Create key' }));
  expect(screen.getByLabelText('Name')).toHaveAccessibleDescription(/Name the key\./);
  expect(screen.getByRole('button', { name: 'It may: Choose what the key may do.' })).toBeVisible();
  expect(made).toEqual([]);

  await user.click(screen.getByLabelText('Read all that you can see'));
  await user.type(screen.getByLabelText('Name'), 'Bookkeeping');
  await user.click(screen.getByRole('button', { name: 'Create key' }));
  expect(await screen.findByText(key)).toBeVisible();
  expect(made).toEqual([{ name: 'Bookkeeping', scopes: ['read'] }]);

  await user.click(screen.getByRole('button', { name: 'Done' }));
  expect(screen.queryByText(key)).toBeNull();
  expect(await screen.findByRole('button', { name: 'Revoke Bookkeeping' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'New key' })).toHaveFocus();
});
