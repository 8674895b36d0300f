import type { ReviewDto } from '@souk/contracts/reviews.dto';
import { BadgeCheck } from 'lucide-react';
import { Link } from 'react-router';
import { Rating } from '~/components/rating';
import { StoreLogo } from '~/components/store-logo';
import { formatDate, formatDateTime } from '~/lib/format';

interface ReviewItemProps {
  review: ReviewDto;
  storeName: string;
  /** The reader wrote it. */
  own: boolean;
}

export function ReviewItem({ review, storeName, own }: ReviewItemProps) {
  const { user, rating, comment, isVerified, reply, createdAt, updatedAt } = review;
  const edited = updatedAt !== createdAt && reply?.createdAt !== updatedAt;
  return (
    <article
      aria-label={`Review by ${user.username}`}
      className="flex flex-col gap-3 border-t border-line py-6 first:border-0 first:pt-0"
    >
      <div className="flex items-start gap-3">
        <StoreLogo name={user.username} size="sm" />
        <div className="flex min-w-0 flex-1 flex-col">
          <p className="flex flex-wrap items-center gap-x-2.5 gap-y-0.5">
            <span className="font-medium">{user.username}</span>
            {isVerified && (
              <span className="flex items-center gap-1 text-sm text-success">
                <BadgeCheck aria-hidden className="size-4" />
                Verified purchase
              </span>
            )}
            {user.userType === 'vendor' && <span className="text-sm text-muted">Vendor on Souk</span>}
          </p>
          <p className="flex flex-wrap items-center gap-x-2.5 text-sm text-muted">
            <Rating value={rating} />
            <Moment iso={createdAt} />
            {edited && <span>edited</span>}
          </p>
        </div>
        {own && (
          <Link
            to={`/reviews/${review.id}/edit`}
            className="touch-target text-action underline underline-offset-4 hover:decoration-2"
          >
            Edit
          </Link>
        )}
      </div>
      <p className="max-w-prose whitespace-pre-line">{comment}</p>
      {reply && (
        <div className="ml-4 flex max-w-prose flex-col gap-1 border-l-2 border-line pl-4">
          <p className="text-sm text-muted">
            <span className="font-medium text-ink">{storeName}</span> replied <Moment iso={reply.createdAt} />
          </p>
          <p className="whitespace-pre-line">{reply.text}</p>
        </div>
      )}
    </article>
  );
}

const Moment = ({ iso }: { iso: string }) => (
  <time dateTime={iso} title={formatDateTime(iso)}>
    {formatDate(iso)}
  </time>
);
