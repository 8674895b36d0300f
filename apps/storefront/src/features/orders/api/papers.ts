import type { OrderDto } from '@souk/contracts/orders.dto';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';

/** Invoices and credit notes; asked for again when money has moved. */
export const papersQuery = ({ id, paymentStatus, refundedAmount }: OrderDto, token: string | null) =>
  queryOptions({
    queryKey: ['orders', id, token, 'papers', paymentStatus, refundedAmount],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/orders/{id}/documents', {
          params: { path: { id }, query: { token: token ?? undefined } },
          signal,
        }),
      ),
  });
