import { QueryClient, QueryClientProvider, useInfiniteQuery } from '@tanstack/react-query';
import type { AdminStoreDto, AdminStorePage } from '@souk/contracts/admin.dto';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DataTable } from '~/components/data-table';
import { adminStoresQuery } from '../api/admin';
import { moderationColumns } from './moderation-columns';

const columns = moderationColumns<AdminStoreDto>('stores', ({ name }) => name);

function Stores() {
  const { data } = useInfiniteQuery(adminStoresQuery({}));
  return (
    <DataTable
      label="Stores"
      rows={data?.rows}
      columns={columns}
      rowId={({ id }) => String(id)}
      rowLabel={({ name }) => name}
      empty="None"
    />
  );
}

it('asks why before it deactivates a store, says what stood against it, and shows what came of it', async () => {
  const store: AdminStoreDto = {
    id: 3,
    name: 'Ember and Ash',
    slug: 'ember-and-ash',
    vendor: { id: 7, username: 'mara' },
    status: 'active',
    productCount: 12,
    commissionRate: null,
    createdAt: '2026-11-02T09:30:00.000Z',
  };
  const reasons: unknown[] = [];
  globalThis.fetch = jest.fn(async (input: RequestInfo | URL) => {
    const request = input as Request;
    if (request.method === 'GET') {
      const page: AdminStorePage = { items: [store], total: 1, nextCursor: null };
      return Response.json(page);
    }
    expect(new URL(request.url).pathname).toBe('/api/admin/stores/3/deactivate');
    reasons.push(await request.json());
    if (reasons.length === 1) {
      const error = { code: 'CONFLICT', message: 'Somebody else is at it.', details: {} };
      return Response.json({ success: false, error, requestId: 'r' }, { status: 409 });
    }
    store.status = 'deactivated';
    return Response.json(store);
  });
  const user = userEvent.setup({ delay: null });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Stores />
    </QueryClientProvider>,
  );

  await user.click(await screen.findByRole('button', { name: 'Deactivate Ember and Ash' }));
  const confirm = screen.getByRole('button', { name: 'Deactivate' });
  const reason = screen.getByLabelText('Reason');
  await user.type(reason, '  ');
  await user.click(confirm);
  expect(reason).toHaveAccessibleDescription(/Say why\./);
  expect(reasons).toEqual([]);

  await user.clear(reason);
  await user.type(reason, 'Counterfeits.');
  await user.click(confirm);
  expect(await screen.findByText('Somebody else is at it.')).toBeVisible();
  expect(reason).toHaveValue('Counterfeits.');

  await user.click(confirm);
  const again = await screen.findByRole('button', { name: 'Reactivate Ember and Ash' });
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(again).toHaveFocus();
  expect(reasons).toEqual([{ reason: 'Counterfeits.' }, { reason: 'Counterfeits.' }]);
});
