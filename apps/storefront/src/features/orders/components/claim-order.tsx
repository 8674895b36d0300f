import type { OrderDto } from '@souk/contracts/orders.dto';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { Card } from '~/components/card';
import { toast } from '~/components/toast';
import { useClaimOrder } from '../api/claim-order';

interface ClaimOrderProps {
  order: OrderDto;
  /** Of the link that opened it. */
  token: string;
  isSignedIn: boolean;
  /** Leads back here. */
  loginPath: string;
}

/** Offers to keep an order that was placed without an account. */
export function ClaimOrder({ order, token, isSignedIn, loginPath }: ClaimOrderProps) {
  const claim = useClaimOrder(order.id, token);
  if (isSignedIn) {
    return (
      <Keep text="You opened this order by its link. Add it to your account to find it under your orders.">
        <Button
          variant="secondary"
          loading={claim.isPending}
          onClick={() => claim.mutate(undefined, { onError: ({ message }) => toast.error(message) })}
        >
          Add to my orders
        </Button>
      </Keep>
    );
  }
  return (
    <Keep text="With an account you find this order again without its link, and can review what you bought.">
      <Button asChild variant="secondary">
        <Link to={loginPath.replace('/login', '/register')} state={{ email: order.email }}>
          Create an account
        </Link>
      </Button>
      <Button asChild variant="link">
        <Link to={loginPath}>I have an account</Link>
      </Button>
    </Keep>
  );
}

const Keep = ({ text, children }: { text: string; children: ReactNode }) => (
  <Card className="flex flex-col gap-4">
    <div className="flex flex-col gap-1">
      <h2 className="font-display text-xl font-semibold">Keep this order</h2>
      <p className="text-muted">{text}</p>
    </div>
    <div className="flex flex-wrap items-center gap-x-5 gap-y-3">{children}</div>
  </Card>
);
