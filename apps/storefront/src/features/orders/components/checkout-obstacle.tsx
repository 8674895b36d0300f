import type { CartItemDto } from '@souk/contracts/cart.dto';
import { LoaderCircle, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '~/components/button';
import { cn } from '~/lib/cn';
import { formatMoney } from '~/lib/format';
import type { CartDifference } from '../api/cart-differences';
import type { Obstacle } from '../api/place-order';

interface CheckoutObstacleProps {
  obstacle: Obstacle;
  currency: string;
  onCheckAgain: () => void;
}

/** Why the order was not placed, in its own words, and the way on. */
export function CheckoutObstacle({ obstacle, currency, onCheckAgain }: CheckoutObstacleProps) {
  switch (obstacle.kind) {
    case 'declined':
      return (
        <Panel title="Your payment was declined">
          Nothing was charged, and your cart and everything you entered are as they were. Choose another way
          to pay and try again.
        </Panel>
      );
    case 'outOfStock':
      return (
        <Panel title="Somebody was faster">
          Part of what you want has just been sold. Nothing was charged. Try again, or change your cart.
        </Panel>
      );
    case 'changed':
      return (
        <Panel title="Your cart has changed">
          <p>Nothing was charged yet. The total is now {formatMoney(obstacle.total, currency)}.</p>
          <ul className="list-disc pl-5">
            {obstacle.changes.map((change) => (
              <li key={`${change.kind}-${'itemId' in change ? change.itemId : ''}`}>
                {describe(change, currency)}
              </li>
            ))}
          </ul>
        </Panel>
      );
    case 'inDoubt':
      return obstacle.checking ? (
        <Panel tone="waiting" title="We are checking whether your order went through">
          The connection was lost on the way. You will not be charged twice.
        </Panel>
      ) : (
        <Panel title="We do not know yet whether your order went through">
          <p>Souk could not be reached. Once you are online, check again; you will not be charged twice.</p>
          <Button onClick={onCheckAgain} className="mt-1 self-start">
            Check again
          </Button>
        </Panel>
      );
  }
}

interface BlockedLinesProps {
  items: readonly CartItemDto[];
  fixing: boolean;
  onFix: () => void;
}

/** Lines that cannot be bought as they are; stands in place of the button that pays. */
export function BlockedLines({ items, fixing, onFix }: BlockedLinesProps) {
  return (
    <Panel quiet title="Not everything can be bought as it is">
      <ul className="list-disc pl-5">
        {items.map(({ id, product, available, quantity }) => (
          <li key={id}>
            {product.name}:{' '}
            {available === 0 ? 'no longer available.' : `only ${available} left of the ${quantity} you want.`}
          </li>
        ))}
      </ul>
      <Button onClick={onFix} loading={fixing} className="mt-1 self-start">
        Keep what is available
      </Button>
    </Panel>
  );
}

interface PanelProps {
  title: string;
  tone?: 'problem' | 'waiting';
  /** Leaves the focus where it is: nobody has just tried to pay. */
  quiet?: boolean;
  children: ReactNode;
}

function Panel({ title, tone = 'problem', quiet = false, children }: PanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!quiet) panel.current?.focus();
  }, [title, quiet]);
  const Icon = tone === 'waiting' ? LoaderCircle : TriangleAlert;
  return (
    <div
      ref={panel}
      role="alert"
      tabIndex={-1}
      className={cn(
        'flex gap-3 rounded-md border p-4',
        tone === 'waiting' ? 'border-action bg-action-soft' : 'border-danger bg-danger-soft',
      )}
    >
      <Icon
        aria-hidden
        className={cn(
          'mt-0.5 size-5 shrink-0',
          tone === 'waiting' ? 'animate-spin text-action' : 'text-danger',
        )}
      />
      <div className="flex min-w-0 flex-1 flex-col gap-1.5">
        <p className="font-medium">{title}</p>
        <div className="flex flex-col gap-1.5">{children}</div>
      </div>
    </div>
  );
}

function describe(change: CartDifference, currency: string): string {
  switch (change.kind) {
    case 'price': {
      const [before, now] = [change.oldPrice, change.newPrice].map((price) => formatMoney(price, currency));
      return `${change.name} went from ${before} to ${now}.`;
    }
    case 'stock':
      return `${change.name}: only ${change.available} left of the ${change.requested} you want.`;
    case 'gone':
      return `${change.name} is no longer available.`;
    case 'shipping':
      return `Shipping is now ${formatMoney(change.newShipping, currency)}.`;
    case 'tax':
      return `Tax is now ${formatMoney(change.newTax, currency)}.`;
    case 'discount':
      return describeDiscount(change.newDiscount, change.coupons, currency);
  }
}

/** A guest's limit is known only with the e-mail address, so the coupon may still stand in the cart. */
function describeDiscount(
  discount: string,
  coupons: Extract<CartDifference, { kind: 'discount' }>['coupons'],
  currency: string,
): string {
  const used = coupons.find(({ problem }) => problem === 'COUPON_USED_BY_YOU');
  if (used) {
    return `${used.code} was used with your e-mail address as often as it can be, so it does not count.`;
  }
  const [first] = coupons;
  if (first) return `${first.code} does not apply any more.`;
  return `The discount is now ${formatMoney(discount, currency)}.`;
}
