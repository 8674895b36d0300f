import type { OrderDto } from '@souk/contracts/orders.dto';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { PackageSearch } from 'lucide-react';
import { Link, useLocation, useNavigationType, useParams, useSearchParams } from 'react-router';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Button } from '~/components/button';
import { Page } from '~/components/page';
import { EmptyState, ErrorState } from '~/components/states';
import { toast } from '~/components/toast';
import { useSession } from '~/features/auth/api/session';
import { useLoginPath } from '~/features/auth/components/require';
import { orderQuery } from '~/features/orders/api/orders';
import { ownReviewsQuery } from '~/features/orders/api/reviewed';
import { ClaimOrder } from '~/features/orders/components/claim-order';
import { OrderAside } from '~/features/orders/components/order-aside';
import { OrderNews } from '~/features/orders/components/order-news';
import { OrderPart } from '~/features/orders/components/order-part';
import { OrderPapers } from '~/features/orders/components/order-papers';
import { OrderSkeleton } from '~/features/orders/components/order-skeleton';
import { usePaymentAction } from '~/features/orders/components/payment-action';
import { ReorderButton } from '~/features/orders/components/reorder-button';
import { ReturnAnswer } from '~/features/sales/components/return-answer';
import { ApiError } from '~/lib/api-error';
import { formatDay } from '~/lib/format';

/** Milliseconds between looks at a payment that is not confirmed yet. */
const PAYMENT_CHECK = 2500;

export function Component() {
  const id = Number(useParams().id);
  const [search] = useSearchParams();
  const token = search.get('token');
  const { state } = useLocation();
  // a reload and Back keep the state, but nothing has just been placed then
  const placed = useNavigationType() !== 'POP' && wasPlaced(state);
  const { user, status } = useSession();
  const {
    data: order,
    error,
    refetch,
  } = useQuery({
    ...orderQuery(id, token),
    // Who asks decides the answer.
    enabled: status !== 'loading',
    refetchInterval: ({ state }) => (state.data?.paymentStatus === 'pending' ? PAYMENT_CHECK : false),
  });
  const isCustomer = user !== null && order?.customer?.id === user.id;
  // a guest's order belongs to whoever has its link
  const isBuyer = isCustomer || (order?.customer === null && token !== null);
  const login = useLoginPath();
  const payment = usePay(id, token);
  const reviews = useQuery({ ...ownReviewsQuery, enabled: isCustomer }).data ?? null;

  if (!order) return error ? <Failure error={error} onRetry={() => void refetch()} /> : <OrderSkeleton />;
  return (
    <Page
      title={titleOf(order, placed)}
      lead={placed ? `Order ${order.number}` : `Placed ${formatDay(order.dateOrdered)}`}
      above={
        isCustomer && (
          <Breadcrumbs items={[{ label: 'Your orders', to: '/orders' }, { label: order.number }]} />
        )
      }
      actions={isCustomer && !placed && <ReorderButton order={order} />}
    >
      <OrderNews
        order={order}
        placed={placed || payment.isDone}
        onPay={() => payment.pay(order)}
        paying={payment.isPaying}
      />
      {payment.dialog}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-8">
        <div className="flex min-w-0 flex-col gap-6">
          {order.parts.map((part) => (
            <OrderPart
              key={part.id}
              order={order}
              part={part}
              token={token}
              isBuyer={isBuyer}
              reviews={isCustomer ? reviews : null}
              renderAnswer={(asked, of) => <ReturnAnswer order={order} part={of} asked={asked} />}
            />
          ))}
          {token !== null && order.customer === null && order.paymentStatus !== 'failed' && (
            <ClaimOrder order={order} token={token} isSignedIn={user !== null} loginPath={login} />
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-6 lg:sticky lg:top-24">
          <OrderAside order={order} />
          {isBuyer && <OrderPapers order={order} token={token} />}
        </div>
      </div>
    </Page>
  );
}

function titleOf({ number, paymentStatus, paymentAction }: OrderDto, placed: boolean): string {
  if (placed && paymentAction) return 'One step is left';
  return placed && paymentStatus !== 'failed' ? 'Thank you for your order' : `Order ${number}`;
}

/** Goes on with a payment that waits for its buyer. */
function usePay(id: number, token: string | null) {
  const queries = useQueryClient();
  const { act, dialog } = usePaymentAction();
  const { mutate, isPending, isSuccess } = useMutation({
    mutationFn: (order: OrderDto) => act(order, token),
    onSuccess: (order) => {
      queries.setQueryData(orderQuery(id, token).queryKey, order);
      for (const noun of ['cart', 'orders']) void queries.invalidateQueries({ queryKey: [noun] });
    },
    onError: ({ message }) => toast.error('The bank could not be asked', { description: message }),
  });
  return { pay: mutate, isPaying: isPending, isDone: isSuccess, dialog };
}

const wasPlaced = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'placed' in state;

/** Other people's orders answer like missing ones, so both are one answer here. */
function Failure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { status } = useSession();
  const login = useLoginPath();
  const missing = error instanceof ApiError && (error.status === 404 || error.status === 400);
  const title = missing ? 'This order is not here' : 'The order could not be loaded';
  return (
    <Page title="Order">
      {missing ? (
        <EmptyState
          icon={PackageSearch}
          title={title}
          action={
            <Button asChild>
              {status === 'guest' ? <Link to={login}>Sign in</Link> : <Link to="/orders">Your orders</Link>}
            </Button>
          }
        >
          {status === 'guest'
            ? 'Sign in with the account that placed it. If you ordered as a guest, open the link in your confirmation.'
            : 'It does not exist, or it belongs to another account.'}
        </EmptyState>
      ) : (
        <ErrorState error={error} title={title} onRetry={onRetry} />
      )}
    </Page>
  );
}
