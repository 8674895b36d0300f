import type { ReviewDto } from '@souk/contracts/reviews.dto';
import { useQuery } from '@tanstack/react-query';
import { PenLine } from 'lucide-react';
import { Link, useNavigate, useParams } from 'react-router';
import { FormSkeleton } from '~/app/form-skeleton';
import { PageFailure } from '~/app/page-failure';
import { Button } from '~/components/button';
import { Page } from '~/components/page';
import { EmptyState } from '~/components/states';
import { toast } from '~/components/toast';
import { useSession } from '~/features/auth/api/session';
import { productQuery } from '~/features/products/api/product';
import { ProductMention } from '~/features/products/components/product-mention';
import { reviewQuery } from '~/features/reviews/api/reviews';
import { EditReview } from '~/features/reviews/components/edit-review';

export function Component() {
  const { user } = useSession();
  const { data, error, refetch } = useQuery(reviewQuery(Number(useParams().id)));
  if (data && data.user.id !== user?.id) return <NotYours review={data} />;
  if (data) return <ReviewPage key={data.id} review={data} />;
  if (!error) return <FormSkeleton label="Loading review" />;
  return (
    <PageFailure
      error={error}
      noun="review"
      onRetry={() => void refetch()}
      others={{ label: 'Browse products', to: '/products' }}
    />
  );
}

const NotYours = ({ review: { productId, user } }: { review: ReviewDto }) => (
  <Page title="Edit a review" narrow>
    <EmptyState
      icon={PenLine}
      title={`This review was written by ${user.username}`}
      action={
        <Button asChild>
          <Link to={`/products/${productId}`}>Open the product</Link>
        </Button>
      }
    >
      Only its author can change a review.
    </EmptyState>
  </Page>
);

function ReviewPage({ review }: { review: ReviewDto }) {
  const { data: product } = useQuery(productQuery(review.productId));
  const navigate = useNavigate();
  const leave = (message: string) => {
    toast.success(message);
    void navigate(`/products/${review.productId}#reviews`);
  };
  return (
    <Page title={`Your review of ${review.productName}`} narrow>
      {product && <ProductMention product={product} />}
      <EditReview
        review={review}
        onSaved={() => leave('Your review is saved.')}
        onDeleted={() => leave('Your review is deleted.')}
      />
    </Page>
  );
}
