import type { OrderDto, OrderItemDto, OrderPartDto } from '@souk/contracts/orders.dto';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { Badge } from '~/components/badge';
import { Card } from '~/components/card';
import { Timeline } from '~/components/timeline';
import { Tracking } from '~/components/tracking';
import { timelineQuery } from '~/lib/part-history';
import { CancelPart } from './cancel-part';
import { Download } from './download';
import { OrderItem } from './order-item';
import { statusWord, whatHappensNext } from './order-words';
import { PartRefunds } from './part-refunds';
import { PartReturns, type RenderAnswer } from './part-returns';
import { partSteps } from './part-steps';
import { ReviewPrompt } from './review-prompt';

interface OrderPartProps {
  order: OrderDto;
  part: OrderPartDto;
  /** Of a guest's order. */
  token: string | null;
  /** Who reads it has bought it; others are its vendors and staff. */
  isBuyer: boolean;
  /** The reader's own review per product; null for those who cannot review. */
  reviews: ReadonlyMap<number, number> | null;
  renderAnswer: RenderAnswer;
}

/** What one store sends: where it stands, what happens next, what is in it. */
export function OrderPart({ order, part, token, isBuyer, reviews, renderAnswer }: OrderPartProps) {
  const items = order.items.filter(({ storeId }) => storeId === part.store.id);
  const { data: timeline } = useQuery(timelineQuery(order, token));
  const { label, tone } = statusWord(part.status, order.paymentStatus);
  return (
    <Card className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h2 className="font-display text-xl font-semibold">
          <Link to={`/stores/${part.store.id}`} className="underline-offset-4 hover:underline">
            {part.store.name}
          </Link>
        </h2>
        <Badge tone={tone}>{label}</Badge>
      </div>
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <Timeline
          label={`Progress at ${part.store.name}`}
          steps={partSteps(order, part, items, timeline?.items)}
        />
        <div className="flex min-w-0 flex-col gap-4">
          <div className="flex flex-col gap-2">
            <p>{whatHappensNext(order, part, items)}</p>
            <Tracking carrier={part.carrier} trackingNumber={part.trackingNumber} />
          </div>
          <ul className="flex flex-col divide-y divide-line border-t border-line pt-4">
            {items.map((item) => (
              <OrderItem key={item.id} item={item} currency={order.currency}>
                {isBuyer && isDownloadable(order, part, item) && (
                  <Download orderId={order.id} itemId={item.id} name={item.name} token={token} />
                )}
                {reviews && item.productId !== null && part.status === 'delivered' && (
                  <ReviewPrompt
                    productId={item.productId}
                    productName={item.name}
                    reviewId={reviews.get(item.productId)}
                  />
                )}
              </OrderItem>
            ))}
          </ul>
          <PartRefunds refunds={part.refunds} items={items} currency={order.currency} />
          <PartReturns order={order} part={part} token={token} renderAnswer={renderAnswer} />
          {part.permissions.cancel && (
            <CancelPart order={order} part={part} token={token} isBuyer={isBuyer} />
          )}
        </div>
      </div>
    </Card>
  );
}

const isDownloadable = ({ complete }: OrderDto, { status }: OrderPartDto, item: OrderItemDto): boolean =>
  item.digital && complete && status !== 'cancelled' && item.refundedQuantity < item.quantity;
