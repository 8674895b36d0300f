import { Image as ImageIcon } from 'lucide-react';
import { useState } from 'react';
import { cn } from '~/lib/cn';

export interface PictureSource {
  url: string;
  srcset: string;
  /** Formats that take less, for browsers that can show them. */
  sources?: readonly { type: string; srcset: string }[];
  alt: string;
  width: number;
  height: number;
  /** Stands in its place until it has come. */
  colour?: string | null;
}

interface PictureProps {
  /** null: a quiet placeholder in the same box. */
  image: PictureSource | null;
  /** How wide it will stand, as in HTML: `(width >= 64rem) 25vw, 50vw`. */
  sizes: string;
  /** Empty where the words beside it say the same. */
  alt?: string;
  /** Loads at once and without a fade: the first picture one sees on a page. */
  priority?: boolean;
  /** It has come, or cannot come. */
  onSettled?: () => void;
  /** On the 4:5 box. */
  className?: string;
}

/** A picture of goods in its 4:5 box, which stands before the picture has come. */
export function Picture({ image, sizes, alt, priority = false, onSettled, className }: PictureProps) {
  const [loaded, setLoaded] = useState(false);
  const [failed, setFailed] = useState(false);
  const words = alt ?? image?.alt ?? 'No picture';
  return (
    <div
      className={cn('relative aspect-4/5 overflow-hidden rounded-lg bg-sunken', className)}
      // What has come may be transparent, and shall not stand on it.
      style={image?.colour && !loaded && !failed ? { backgroundColor: image.colour } : undefined}
    >
      {image && !failed ? (
        <picture className="contents">
          {image.sources?.map(({ type, srcset }) => (
            <source key={type} type={type} srcSet={srcset} sizes={sizes} />
          ))}
          <img
            // A picture from the cache may be complete before React listens.
            ref={(element) => {
              if (!element?.complete || element.naturalWidth === 0) return;
              setLoaded(true);
              onSettled?.();
            }}
            src={image.url}
            srcSet={image.srcset || undefined}
            sizes={sizes}
            width={image.width}
            height={image.height}
            alt={alt ?? image.alt}
            loading={priority ? 'eager' : 'lazy'}
            fetchPriority={priority ? 'high' : undefined}
            decoding="async"
            onLoad={() => {
              setLoaded(true);
              onSettled?.();
            }}
            onError={() => {
              setFailed(true);
              onSettled?.();
            }}
            className={cn(
              'size-full object-cover transition-opacity duration-200',
              !loaded && !priority && 'opacity-0',
            )}
          />
        </picture>
      ) : (
        <ImageIcon
          {...(words ? { role: 'img', 'aria-label': words } : { 'aria-hidden': true })}
          strokeWidth={1.25}
          className="absolute inset-0 m-auto size-10 max-h-1/2 max-w-1/2 text-line-strong"
        />
      )}
    </div>
  );
}
