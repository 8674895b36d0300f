import type { ReviewDto } from '@souk/contracts/reviews.dto';
import { Link } from 'react-router';
import { Rating } from '~/components/rating';
import { formatDate } from '~/lib/format';

/** The newest reviews, in short. */
export function LatestReviews({ reviews }: { reviews: readonly ReviewDto[] }) {
  return (
    <ul className="grid grid-cols-1 gap-x-8 gap-y-5 md:grid-cols-2 xl:grid-cols-3">
      {reviews.map(({ id, productId, productName, user, rating, comment, createdAt }) => (
        <li key={id} className="flex min-w-0 flex-col gap-1">
          <div className="flex flex-wrap items-center gap-x-3">
            <Rating value={rating} />
            <span className="text-sm text-muted">
              {user.username}, {formatDate(createdAt)}
            </span>
          </div>
          <Link
            to={`/products/${productId}/reviews`}
            className="truncate font-medium underline-offset-4 hover:underline"
          >
            {productName}
          </Link>
          <p className="line-clamp-2 text-muted">{comment}</p>
        </li>
      ))}
    </ul>
  );
}
