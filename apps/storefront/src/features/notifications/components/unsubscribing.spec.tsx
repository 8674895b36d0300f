import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { createQueryClient } from '~/lib/query';
import { Unsubscribing } from './unsubscribing';

const TOKEN = '7.low_stock.8b0Zk3mVq1TnY5wRfXcD2A';

const open = (token: string, answer: () => Response) => {
  const asked = jest.fn(async () => answer());
  globalThis.fetch = asked;
  render(
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>
        <Unsubscribing token={token} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
  return asked;
};
const refusal = (status: number, code: string) => () =>
  Response.json({ success: false, error: { code, message: 'No.', details: {} }, requestId: 'r' }, { status });
const stop = () => userEvent.click(screen.getByRole('button', { name: 'Stop these mails' }));

it('ends nothing by being opened, and then what the link names', async () => {
  const asked = open(TOKEN, () => Response.json({ kind: 'low_stock' }));
  expect(screen.getByText('We write to you about goods that are running low.')).toBeVisible();
  expect(asked).not.toHaveBeenCalled();
  await stop();
  expect(await screen.findByRole('heading', { name: 'You get no more of these mails' })).toHaveFocus();
  expect(asked).toHaveBeenCalledTimes(1);
});

it('says so when the link is none', async () => {
  open('7.order_placed.x', refusal(404, 'NOT_FOUND'));
  expect(screen.getByRole('heading', { name: 'This link does not work' })).toBeVisible();
  open(TOKEN, refusal(404, 'NOT_FOUND'));
  await stop();
  expect(await screen.findAllByRole('heading', { name: 'This link does not work' })).toHaveLength(2);
});

it('can be tried again when the server does not answer', async () => {
  open(TOKEN, refusal(500, 'SERVER_ERROR'));
  await stop();
  expect(await screen.findByRole('alert')).toHaveTextContent('That did not work');
  expect(screen.getByRole('button', { name: 'Stop these mails' })).toBeEnabled();
});
