import { storePost } from '@souk/contracts';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { Picture, type PictureSource } from '~/components/picture';
import { PostPreview } from '~/components/post-preview';
import { StoreLogo } from '~/components/store-logo';
import { useObjectUrl } from '~/lib/object-url';
import { formatMoney } from '~/lib/format';
import { isMoney } from '~/lib/rules';
import type { StoreValues } from './store-values';

interface StorePreviewProps {
  values: StoreValues;
  saved: StoreDto | undefined;
}

/** The store as buyers meet it in lists, from what the form holds at this moment. */
export function StorePreview({ values, saved }: StorePreviewProps) {
  const logo = useObjectUrl(values.logo) ?? saved?.logo ?? null;
  const banner = useObjectUrl(values.banner) ?? saved?.banner ?? null;
  const name = values.name.trim() || 'Name of your store';
  const description = values.description.trim() || 'What you sell and who you are.';
  return (
    <div className="flex flex-col gap-6">
      <figure className="flex flex-col gap-3">
        <figcaption className="text-sm font-medium text-muted">Preview: how buyers see it</figcaption>
        <div className="overflow-hidden rounded-lg border border-line bg-surface">
          <Picture
            image={banner ? asPicture(banner) : null}
            alt=""
            sizes="20rem"
            className="aspect-3/1 rounded-none"
          />
          <div className="flex flex-col gap-2 p-5 pt-0">
            <StoreLogo name={name} src={logo} size="lg" className="relative -mt-8 border-4 border-surface" />
            <p className="truncate font-display text-xl font-semibold">{name}</p>
            <p className="line-clamp-3 text-muted">{description}</p>
            <p className="text-sm text-muted">{shippingWords(values)}</p>
          </div>
        </div>
      </figure>
      {!saved && values.announce && <PostPreview text={storePost({ name, description })} picture={null} />}
    </div>
  );
}

const asPicture = (url: string): PictureSource => ({ url, srcset: '', alt: '', width: 1200, height: 400 });

function shippingWords({ shippingFee, freeShippingOver }: StoreValues): string {
  if (isMoney(shippingFee) !== true || isMoney(freeShippingOver) !== true) return '';
  if (Number(shippingFee) === 0) return 'Free shipping';
  const fee = `Shipping ${formatMoney(shippingFee.trim())}`;
  return freeShippingOver.trim() ? `${fee}, free from ${formatMoney(freeShippingOver.trim())}` : fee;
}
