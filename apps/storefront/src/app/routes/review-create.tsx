import type { ProductDto } from '@souk/contracts/products.dto';
import type { ReviewPermissions } from '@souk/contracts/reviews.dto';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { PenLine } from 'lucide-react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { FormSkeleton } from '~/app/form-skeleton';
import { PageFailure } from '~/app/page-failure';
import { Button } from '~/components/button';
import { Page } from '~/components/page';
import { EmptyState } from '~/components/states';
import { toast } from '~/components/toast';
import { productQuery } from '~/features/products/api/product';
import { ProductMention } from '~/features/products/components/product-mention';
import { productReviewsQuery } from '~/features/reviews/api/reviews';
import { NewReview } from '~/features/reviews/components/new-review';

export function Component() {
  const id = Number(useSearchParams()[0].get('product'));
  const product = useQuery(productQuery(id));
  const reviews = useInfiniteQuery(productReviewsQuery(id));
  const permissions = reviews.data?.first?.permissions;
  const error = product.error ?? reviews.error;
  if (product.data && permissions) return <ReviewPage product={product.data} permissions={permissions} />;
  if (!error) return <FormSkeleton label="Loading product" />;
  return (
    <PageFailure
      error={error}
      noun="product"
      onRetry={() => void Promise.all([product.refetch(), reviews.refetch()])}
      others={{ label: 'Browse products', to: '/products' }}
    />
  );
}

interface ReviewPageProps {
  product: ProductDto;
  permissions: ReviewPermissions;
}

function ReviewPage({ product, permissions }: ReviewPageProps) {
  const navigate = useNavigate();
  const productPath = `/products/${product.id}`;
  const onPublished = () => {
    toast.success('Your review is published.');
    void navigate(`${productPath}#reviews`);
  };
  return (
    <Page title="Write a review" narrow>
      <ProductMention product={product} />
      {permissions.create ? (
        <NewReview productId={product.id} onPublished={onPublished} />
      ) : (
        <EmptyState
          icon={PenLine}
          title={
            permissions.reviewId === null ? 'You cannot review this product' : 'You have written a review'
          }
          action={
            <Button asChild>
              {permissions.reviewId === null ? (
                <Link to={productPath}>Back to the product</Link>
              ) : (
                <Link to={`/reviews/${permissions.reviewId}/edit`}>Edit your review</Link>
              )}
            </Button>
          }
        >
          {permissions.reason}
        </EmptyState>
      )}
    </Page>
  );
}
