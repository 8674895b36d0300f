import { parseMoney, productPost } from '@souk/contracts';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { useState } from 'react';
import { type Control, useWatch } from 'react-hook-form';
import type { PictureSource } from '~/components/picture';
import { PostPreview } from '~/components/post-preview';
import { type CardProduct, ProductCard } from '~/components/product-card';
import { useObjectUrl } from '~/lib/object-url';
import type { GalleryItem, ProductValues } from '../model/product-values';
import type { VariantRow } from '../model/variant-grid';

interface ProductPreviewProps {
  control: Control<ProductValues>;
  saved: ProductDto | null;
  stores: readonly StoreDto[];
}

/** The product as buyers meet it in lists, from what the form holds at this moment. */
export function ProductPreview({ control, saved, stores }: ProductPreviewProps) {
  const values = useWatch({ control }) as ProductValues;
  const picture = usePicture(values.gallery[0]);
  const store = stores.find(({ id }) => id === Number(values.storeId));
  const cheapest = cheapestOf(values.variants);
  const [now] = useState(() => new Date().toISOString());
  const card: CardProduct = {
    id: saved?.id ?? 0,
    name: values.name.trim() || 'Name of the product',
    store: { name: store?.name ?? '' },
    price: cheapest?.price.trim() ?? '0.00',
    compareAtPrice: cheapest && isAmount(cheapest.compareAtPrice) ? cheapest.compareAtPrice.trim() : null,
    currency: saved?.currency ?? 'USD',
    stockQuantity: stockOf(values.variants),
    images: picture ? [picture] : [],
    digital: values.digital,
    averageRating: saved?.averageRating ?? null,
    reviewCount: saved?.reviewCount ?? 0,
    createdAt: saved?.createdAt ?? now,
  };
  const isUnseen = (saved?.status ?? 'draft') === 'draft';
  return (
    <div className="flex flex-col gap-6">
      <figure className="flex flex-col gap-3">
        <figcaption className="text-sm font-medium text-muted">Preview: how buyers see it</figcaption>
        <div inert className="max-w-72 rounded-lg border border-line bg-surface p-4">
          <ProductCard product={card} />
        </div>
        {!values.isActive && <p className="text-sm text-muted">Hidden: only you see it for now.</p>}
      </figure>
      {isUnseen && values.announce && (
        <PostPreview
          text={productPost({ ...card, store: card.store.name || 'your store' })}
          picture={picture?.url ?? null}
        />
      )}
    </div>
  );
}

function usePicture(item: GalleryItem | undefined): PictureSource | null {
  const chosen = useObjectUrl(item?.file ?? null);
  if (chosen) return { url: chosen, srcset: '', alt: '', width: 800, height: 1000 };
  return item?.saved ?? null;
}

const isAmount = (text: string) => parseMoney(text.trim()) !== undefined;

/** Nothing is sold out as long as no stock has been entered. */
const stockOf = (rows: readonly VariantRow[]): number =>
  rows.every(({ stockQuantity }) => stockQuantity.trim() === '')
    ? Infinity
    : rows.reduce((sum, { stockQuantity }) => sum + (Number(stockQuantity) || 0), 0);

const cheapestOf = (rows: readonly VariantRow[]): VariantRow | undefined =>
  rows
    .filter(({ price }) => isAmount(price))
    .reduce<VariantRow | undefined>(
      (best, row) => (best && Number(best.price) <= Number(row.price) ? best : row),
      undefined,
    );
