import { Star } from 'lucide-react';
import { Link } from 'react-router';
import { Button } from '~/components/button';

interface ReviewPromptProps {
  productId: number;
  productName: string;
  /** Of the buyer's own review, if there is one. */
  reviewId: number | undefined;
}

export function ReviewPrompt({ productId, productName, reviewId }: ReviewPromptProps) {
  const to = reviewId === undefined ? `/reviews/create?product=${productId}` : `/reviews/${reviewId}/edit`;
  return (
    <Button asChild variant="link" size="sm" className="mt-0.5">
      <Link to={to}>
        <Star aria-hidden strokeWidth={1.75} />
        {reviewId === undefined ? 'Write a review' : 'Edit your review'}
        <span className="sr-only"> of {productName}</span>
      </Link>
    </Button>
  );
}
