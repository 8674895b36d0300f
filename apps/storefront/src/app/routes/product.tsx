import type { ProductDto } from '@souk/contracts/products.dto';
import { useQuery } from '@tanstack/react-query';
import { EyeOff } from 'lucide-react';
import { Link, useParams, useSearchParams } from 'react-router';
import { PageFailure } from '~/app/page-failure';
import { useTileActions } from '~/app/tile-actions';
import { useWishing } from '~/app/wishing';
import { Breadcrumbs } from '~/components/breadcrumbs';
import { Near } from '~/components/near';
import { PageTitle } from '~/components/page';
import { ProductGridSkeleton } from '~/components/product-card';
import { Rating } from '~/components/rating';
import { SectionSkeleton } from '~/components/skeleton';
import { useSession } from '~/features/auth/api/session';
import { useLoginPath } from '~/features/auth/components/require';
import { useAddToCart } from '~/features/cart/api/cart';
import { digitalFileQuery } from '~/features/inventory/api/digital-file';
import { categoriesQuery } from '~/features/products/api/categories';
import { useProduct } from '~/features/products/api/product';
import { productRowQuery } from '~/features/products/api/product-list';
import { categoryPath } from '~/features/products/category-path';
import { BuyBox } from '~/features/products/components/buy-box';
import { Gallery } from '~/features/products/components/gallery';
import { ProductRow } from '~/features/products/components/product-row';
import { ProductSkeleton, productColumns } from '~/features/products/components/product-skeleton';
import { variantAt } from '~/features/products/variants';
import { ReviewBrowser } from '~/features/reviews/components/review-browser';
import { storeQuery } from '~/features/stores/api/stores';
import { DeliveryTerms } from '~/features/stores/components/delivery-terms';
import { StoreCard, StoreCardSkeleton } from '~/features/stores/components/store-card';
import { WishButton } from '~/features/wishlist/components/wish-button';

const MORE = 4;

export function Component() {
  const { data, error, refetch } = useProduct(Number(useParams().id));
  if (data) return <ProductView key={data.id} product={data} />;
  if (!error) return <ProductSkeleton />;
  return (
    <PageFailure
      error={error}
      noun="product"
      onRetry={() => void refetch()}
      others={{ label: 'Browse products', to: '/products' }}
    />
  );
}

function ProductView({ product }: { product: ProductDto }) {
  const { status } = useSession();
  const loginPath = useLoginPath();
  return (
    <div className="page flex flex-col gap-12 py-4 sm:gap-16 sm:py-6">
      <PageTitle>{product.name}</PageTitle>
      <div className="flex flex-col gap-4 sm:gap-6">
        <ProductPath product={product} />
        <div className={productColumns}>
          <Gallery images={product.images} name={product.name} />
          {/* Beside pictures and description, which are longer: it stays in sight. */}
          <div className="flex flex-col gap-6 self-start lg:sticky lg:top-24 lg:row-span-2">
            <Purchase product={product} />
          </div>
          <section aria-label="Description" className="flex max-w-prose flex-col gap-3">
            <h2 className="font-display text-xl font-semibold">About this product</h2>
            <p className="text-lg whitespace-pre-line">{product.description}</p>
          </section>
        </div>
      </div>
      <section id="reviews" aria-label="Reviews" className="flex flex-col gap-6">
        <h2 className="font-display text-xl font-semibold sm:text-2xl">Reviews</h2>
        <ReviewBrowser
          productId={product.id}
          storeName={product.store.name}
          loginPath={status === 'guest' ? loginPath : undefined}
        />
      </section>
      <Near
        placeholder={
          <SectionSkeleton>
            <ProductGridSkeleton count={MORE} />
          </SectionSkeleton>
        }
      >
        <MoreFromStore product={product} />
      </Near>
    </div>
  );
}

/** Until the tree has come, the category's name is enough to go back by. */
function ProductPath({ product: { name, category } }: { product: ProductDto }) {
  const { data: tree = [] } = useQuery(categoriesQuery);
  const path = categoryPath(tree, category?.slug);
  const above = (path.length > 0 || !category ? path : [category]).map((each) => ({
    label: each.name,
    to: `/products?category=${each.slug}`,
  }));
  return <Breadcrumbs items={[{ label: 'All products', to: '/products' }, ...above, { label: name }]} />;
}

function Purchase({ product }: { product: ProductDto }) {
  const { data: store } = useQuery(storeQuery(product.store.id));
  const { user } = useSession();
  const { mutate, isPending } = useAddToCart();
  const wishing = useWishing();
  const [params, setParams] = useSearchParams();
  const chosen = variantAt(product.variants, Number(params.get('variant')));
  const isOwn = store !== undefined && store.vendor.id === user?.id;
  return (
    <>
      <div className="flex flex-col gap-2">
        <div className="flex items-start justify-between gap-4">
          <h1 className="min-w-0 font-display text-2xl font-semibold tracking-tight">{product.name}</h1>
          <WishButton
            name={product.name}
            wished={wishing.has(product.id)}
            onToggle={() => wishing.toggle(product)}
            className="size-10 border border-line shadow-none"
          />
        </div>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <Link
            to={`/stores/${product.store.id}`}
            className="text-action underline underline-offset-4 hover:decoration-2"
          >
            {product.store.name}
          </Link>
          {product.reviewCount > 0 && (
            <a href="#reviews">
              <Rating value={product.averageRating} count={product.reviewCount} />
            </a>
          )}
        </p>
      </div>
      {isOwn && <OwnProduct product={product} />}
      {chosen && (
        <BuyBox
          product={product}
          chosen={chosen}
          onChoose={(id) =>
            setParams(
              (now) => {
                now.set('variant', String(id));
                return now;
              },
              { replace: true, preventScrollReset: true },
            )
          }
          onAdd={(variantId, quantity) => mutate({ productId: product.id, variantId, quantity })}
          adding={isPending}
          delivery={<DeliveryTerms store={store} digital={product.digital} />}
        />
      )}
      {store ? <StoreCard store={store} /> : <StoreCardSkeleton />}
    </>
  );
}

function OwnProduct({ product: { id, isActive, digital } }: { product: ProductDto }) {
  const file = useQuery({ ...digitalFileQuery(id), enabled: digital }).data;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-md bg-sunken px-4 py-3">
      {!isActive && <EyeOff aria-hidden className="size-4.5" />}
      <span>{isActive ? 'This is your product.' : 'Hidden: only you see this page.'}</span>
      <Link to={`/products/${id}/edit`} className="text-action underline underline-offset-4">
        Edit it
      </Link>
      {file === null && (
        <span className="basis-full">
          Add the file to sell it: without it, whoever buys this has nothing to download.
        </span>
      )}
    </p>
  );
}

function MoreFromStore({ product: { id, store } }: { product: ProductDto }) {
  const more = useQuery({
    ...productRowQuery({ store: [store.id], sort: 'popular' }, MORE + 1),
    select: ({ items }) => items.filter((item) => item.id !== id).slice(0, MORE),
  });
  return (
    <ProductRow
      title={`More from ${store.name}`}
      more={
        <Link to={`/stores/${store.id}`} className="text-action underline underline-offset-4">
          Visit the store
        </Link>
      }
      query={more}
      count={MORE}
      actions={useTileActions()}
    />
  );
}
