import type { OrderDto } from '@souk/contracts/orders.dto';
import { CircleCheck, Clock, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Button } from '~/components/button';
import { cn } from '~/lib/cn';

interface OrderNewsProps {
  order: OrderDto;
  /** Placed a moment ago, in this window. */
  placed: boolean;
  /** Goes on with a payment that waits for its buyer. */
  onPay: () => void;
  paying: boolean;
}

/** The one thing to know first: whether it is paid, and that it was placed. Read out when it changes. */
export function OrderNews(props: OrderNewsProps) {
  return (
    <div role="status" className="empty:-mb-6">
      {newsOf(props)}
    </div>
  );
}

function newsOf({ order, placed, onPay, paying }: OrderNewsProps) {
  const { paymentStatus, paymentAction, status, email, customer } = order;
  if (paymentAction) {
    return (
      <News icon={Clock} tone="waiting" title="Your bank wants to hear that it is you">
        <p>
          Nothing is charged until you have confirmed the payment. Your order is kept for you for a while.
        </p>
        <Button size="sm" loading={paying} onClick={onPay} className="mt-1 self-start">
          Confirm the payment
        </Button>
      </News>
    );
  }
  if (paymentStatus === 'pending' && status !== 'cancelled') {
    return (
      <News icon={Clock} tone="waiting" title="We are waiting for your payment">
        Your order is kept for you. This page changes by itself as soon as the payment is confirmed; you can
        also close it, we write to {email}.
      </News>
    );
  }
  if (paymentStatus === 'failed') {
    return (
      <News icon={TriangleAlert} tone="problem" title="The payment failed">
        <p>Nothing was charged and nothing is sent. You can order again and pay another way.</p>
        <Button asChild variant="secondary" size="sm" className="mt-1 self-start">
          <Link to="/cart">Back to the cart</Link>
        </Button>
      </News>
    );
  }
  if (!placed) return null;
  return (
    <News icon={CircleCheck} tone="good" title="Your order is placed and paid">
      <p>The confirmation is on its way to {email}.</p>
      {!customer && <p>Keep the address of this page: it is your way back to this order.</p>}
    </News>
  );
}

const TONES = {
  good: { box: 'border-success bg-success-soft', icon: 'text-success' },
  waiting: { box: 'border-accent bg-accent-soft', icon: 'text-accent-ink' },
  problem: { box: 'border-danger bg-danger-soft', icon: 'text-danger' },
};

interface NewsProps {
  icon: LucideIcon;
  tone: keyof typeof TONES;
  title: string;
  children: ReactNode;
}

function News({ icon: Icon, tone, title, children }: NewsProps) {
  return (
    <div className={cn('flex gap-3.5 rounded-lg border p-4 sm:p-5', TONES[tone].box)}>
      <Icon aria-hidden className={cn('mt-0.5 size-5 shrink-0', TONES[tone].icon)} />
      <div className="flex min-w-0 flex-col gap-1">
        <p className="font-medium">{title}</p>
        <div className="flex flex-col gap-1">{children}</div>
      </div>
    </div>
  );
}
