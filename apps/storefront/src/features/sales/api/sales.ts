import type { OrderStatus } from '@souk/contracts';
import type { OrderDto, OrderPartDto } from '@souk/contracts/orders.dto';
import type { RefundInput } from '@souk/contracts/refunds.dto';
import type { ReturnAcceptance, ReturnRefusal } from '@souk/contracts/returns.dto';
import type { Shipment } from '@souk/contracts/shipping.dto';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { OrderSearch } from '~/components/order-search';
import { api, unwrap } from '~/lib/api';
import { listQuery } from '~/lib/query';

const PAGE = 20;

export interface SalesFilter extends OrderSearch {
  status?: OrderStatus;
  store?: number;
  returnsWaiting?: boolean;
}

/** Orders with goods of the vendor, newest first; of each only the vendor's parts. */
export const salesQuery = (filter: SalesFilter) =>
  listQuery(['sales', 'list', filter], (cursor, signal) =>
    unwrap(
      api.GET('/api/orders/my-sales', { params: { query: { ...filter, cursor, limit: PAGE } }, signal }),
    ),
  );

/** The first few of such a list, and how many there are. */
export const fewSalesQuery = (filter: SalesFilter, limit: number) =>
  queryOptions({
    queryKey: ['sales', 'few', filter, limit],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/orders/my-sales', { params: { query: { ...filter, limit } }, signal })),
  });

/** What the overview speaks of; as many days before are there to compare with. */
export const PERIOD_DAYS = 30;

/** The last two periods in figures, today last; days are those of UTC. */
export const salesSummaryQuery = (store?: number) =>
  queryOptions({
    queryKey: ['sales', 'summary', store],
    queryFn: ({ signal }) => {
      const query = { days: 2 * PERIOD_DAYS, ...(store && { store }) };
      return unwrap(api.GET('/api/orders/my-sales/summary', { params: { query }, signal }));
    },
  });

/** One part of an order: what one store has to send. */
export interface PartOf {
  order: OrderDto;
  part: OrderPartDto;
}

/** Ships many parts, and hears of each how it went. */
export function useShipParts() {
  const refresh = useRefreshSales();
  return useMutation({
    mutationFn: (items: Shipment[]) => unwrap(api.POST('/api/orders/my-sales/ship', { body: { items } })),
    onSettled: refresh,
  });
}

/** Lists, figures and stock change with any order. */
function useRefreshSales() {
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['sales'] }),
      queries.invalidateQueries({ queryKey: ['orders'] }),
      queries.invalidateQueries({ queryKey: ['admin', 'orders'] }),
      queries.invalidateQueries({ queryKey: ['products'] }),
    ]);
}

export function useShipPart() {
  const refresh = useRefreshSales();
  return useMutation({
    mutationFn: ({ order, shipment }: Pick<PartOf, 'order'> & { shipment: Shipment }) =>
      unwrap(
        api.PUT('/api/orders/{id}', {
          params: { path: { id: order.id } },
          body: { status: 'shipped', ...shipment },
        }),
      ),
    onSuccess: refresh,
  });
}

export function useDeliverPart() {
  const refresh = useRefreshSales();
  return useMutation({
    mutationFn: ({ order, part }: PartOf) =>
      unwrap(
        api.PUT('/api/orders/{id}', {
          params: { path: { id: order.id } },
          body: { status: 'delivered', partId: part.id },
        }),
      ),
    onSuccess: refresh,
  });
}

export function useCancelPart() {
  const refresh = useRefreshSales();
  return useMutation({
    mutationFn: ({ order, part }: PartOf) =>
      unwrap(
        api.POST('/api/orders/{id}/cancel', {
          params: { path: { id: order.id } },
          body: { partId: part.id },
        }),
      ),
    onSuccess: refresh,
  });
}

/** `key`: sent again with the same one, nothing goes back a second time */
export function useRefundPart() {
  const refresh = useRefreshSales();
  return useMutation({
    mutationFn: ({ order, part, key, input }: PartOf & { key: string; input: RefundInput }) =>
      unwrap(
        api.POST('/api/orders/{id}/parts/{partId}/refunds', {
          params: { path: { id: order.id, partId: part.id }, header: { 'Idempotency-Key': key } },
          body: input,
        }),
      ),
    // What is left may have changed meanwhile.
    onSettled: refresh,
  });
}

/** Accepting gives back what was paid for the goods. */
export function useAnswerReturn({ order }: Pick<PartOf, 'order'>, returnId: number) {
  const refresh = useRefreshSales();
  const path = { id: order.id, returnId };
  return {
    accept: useMutation({
      mutationFn: (body: ReturnAcceptance) =>
        unwrap(api.POST('/api/orders/{id}/returns/{returnId}/accept', { params: { path }, body })),
      onSuccess: refresh,
    }),
    refuse: useMutation({
      mutationFn: (body: ReturnRefusal) =>
        unwrap(api.POST('/api/orders/{id}/returns/{returnId}/refuse', { params: { path }, body })),
      onSuccess: refresh,
    }),
  };
}
