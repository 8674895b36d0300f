import type { StoreDto } from '@souk/contracts/stores.dto';
import { cn } from '~/lib/cn';

interface StoreBannerProps {
  store: Pick<StoreDto, 'banner'>;
  className?: string;
}

/** The wide picture; a quiet ground of the same size where a store has none. */
export function StoreBanner({ store: { banner }, className }: StoreBannerProps) {
  const shape = cn('aspect-16/5 w-full bg-action-soft', className);
  if (!banner) return <div aria-hidden className={shape} />;
  return <img src={banner} alt="" loading="lazy" decoding="async" className={cn(shape, 'object-cover')} />;
}
