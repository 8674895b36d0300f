import type { ReviewDto } from '@souk/contracts/reviews.dto';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { Badge } from '~/components/badge';
import { Button } from '~/components/button';
import { Rating } from '~/components/rating';
import { formatDate, formatDateTime } from '~/lib/format';
import { ReplyForm } from './reply-form';

/** A review with the store's answer, which is written in its place. */
export function ReceivedReview({ review }: { review: ReviewDto }) {
  const [writing, setWriting] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { id, productId, productName, user, rating, comment, isVerified, reply, createdAt } = review;
  const close = () => {
    setWriting(false);
    // The form that had the focus is gone; the button comes back with the next paint.
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <article
      aria-label={`Review by ${user.username}`}
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface p-5"
    >
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Rating value={rating} />
        <h2 className="min-w-0 font-semibold">
          <Link to={`/products/${productId}/reviews`} className="underline-offset-4 hover:underline">
            {productName}
          </Link>
        </h2>
        <p className="flex flex-wrap items-center gap-2 text-sm text-muted sm:ml-auto">
          {isVerified && <Badge tone="success">Bought it</Badge>}
          {user.username},{' '}
          <time dateTime={createdAt} title={formatDateTime(createdAt)}>
            {formatDate(createdAt)}
          </time>
        </p>
      </header>
      <p className="max-w-prose whitespace-pre-line">{comment}</p>
      {writing ? (
        <ReplyForm reviewId={id} username={user.username} text={reply?.text ?? ''} onDone={close} />
      ) : (
        <>
          {reply && (
            <div className="max-w-prose border-l-2 border-line pl-4">
              <p className="text-sm text-muted">Your reply, {formatDate(reply.createdAt)}</p>
              <p className="whitespace-pre-line">{reply.text}</p>
            </div>
          )}
          <Button
            ref={opener}
            variant="secondary"
            size="sm"
            className="self-start"
            aria-label={reply ? `Edit reply to ${user.username}` : `Reply to ${user.username}`}
            onClick={() => setWriting(true)}
          >
            {reply ? 'Edit reply' : 'Reply'}
          </Button>
        </>
      )}
    </article>
  );
}
