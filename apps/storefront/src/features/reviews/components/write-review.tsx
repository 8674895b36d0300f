import type { ReviewPermissions } from '@souk/contracts/reviews.dto';
import { Link } from 'react-router';
import { Button } from '~/components/button';

interface WriteReviewProps {
  productId: number;
  permissions: ReviewPermissions;
  /** Where guests sign in and come back from; undefined for those who have. */
  loginPath: string | undefined;
}

/** The way to one's own review, or why there is none. */
export function WriteReview({
  productId,
  permissions: { create, reviewId, reason },
  loginPath,
}: WriteReviewProps) {
  if (reviewId !== null) {
    return (
      <Button asChild variant="secondary">
        <Link to={`/reviews/${reviewId}/edit`}>Edit your review</Link>
      </Button>
    );
  }
  if (create) {
    return (
      <Button asChild variant="secondary">
        <Link to={`/reviews/create?product=${productId}`}>Write a review</Link>
      </Button>
    );
  }
  if (loginPath) {
    return (
      <Button asChild variant="secondary">
        <Link to={loginPath}>Sign in to write a review</Link>
      </Button>
    );
  }
  return <p className="text-sm text-muted">{reason}</p>;
}
