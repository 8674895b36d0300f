import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { PageFailure } from '~/app/page-failure';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Page } from '~/components/page';
import { FormSkeleton } from '~/app/form-skeleton';
import { useSession } from '~/features/auth/api/session';
import { useLoginPath } from '~/features/auth/components/require';
import { productQuery } from '~/features/products/api/product';
import { ProductMention } from '~/features/products/components/product-mention';
import { ReviewBrowser } from '~/features/reviews/components/review-browser';

export function Component() {
  const { status } = useSession();
  const loginPath = useLoginPath();
  const { data: product, error, refetch } = useQuery(productQuery(Number(useParams().id)));
  if (!product) {
    if (!error) return <FormSkeleton label="Loading reviews" />;
    return (
      <PageFailure
        error={error}
        noun="product"
        onRetry={() => void refetch()}
        others={{ label: 'Browse products', to: '/products' }}
      />
    );
  }
  return (
    <Page
      title={`Reviews of ${product.name}`}
      above={
        <Breadcrumbs items={[{ label: product.name, to: `/products/${product.id}` }, { label: 'Reviews' }]} />
      }
    >
      <div className="max-w-md">
        <ProductMention product={product} />
      </div>
      <ReviewBrowser
        productId={product.id}
        storeName={product.store.name}
        loginPath={status === 'guest' ? loginPath : undefined}
      />
    </Page>
  );
}
