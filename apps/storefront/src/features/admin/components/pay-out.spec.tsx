import type { StoreBalanceDto } from '@souk/contracts/ledger.dto';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PayOut } from './pay-out';

it('asks staff where the money goes when the vendor has not said', async () => {
  const balance: StoreBalanceDto = {
    ...{ id: 3, name: 'Ember and Ash', slug: 'ember-and-ash', closed: true, currency: 'USD' },
    ...{ total: '9.00', pending: '0.00', available: '9.00', payable: '9.00' },
    ...{ payoutAccount: null, payoutObstacle: 'Say first which bank account the money goes to.' },
  };
  const sent: unknown[] = [];
  globalThis.fetch = jest.fn(async (input: RequestInfo | URL) => {
    sent.push(await (input as Request).json());
    return Response.json({ amount: '9.00' }, { status: 201 });
  });
  const user = userEvent.setup({ delay: null });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PayOut balance={balance} />
    </QueryClientProvider>,
  );

  await user.click(screen.getByRole('button', { name: 'Pay $9.00 out to Ember and Ash' }));
  const confirm = screen.getByRole('button', { name: 'Pay out $9.00' });
  await user.click(confirm);
  const account = screen.getByLabelText('Account');
  expect(account).toHaveAccessibleDescription(/Enter the account\./);
  expect(sent).toEqual([]);

  await user.type(account, 'GB33 BUKB 2020 1555 5555 55');
  await user.click(confirm);
  await screen.findByRole('button', { name: 'Pay $9.00 out to Ember and Ash' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(sent).toEqual([{ account: 'GB33 BUKB 2020 1555 5555 55' }]);
});
