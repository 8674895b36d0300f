import { FIRST_LOOK } from '@souk/contracts';
import type { ImageDto } from '@souk/contracts/product-media.dto';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { IconButton } from '~/components/icon-button';
import { Picture } from '~/components/picture';
import { cn } from '~/lib/cn';

interface GalleryProps {
  images: readonly ImageDto[];
  /** Of the product. */
  name: string;
}

const SIZES = FIRST_LOOK.gallerySizes;

/** Pictures in a strip that snaps: a finger swipes it, arrow keys, buttons and thumbnails move it. */
export function Gallery({ images, name }: GalleryProps) {
  const strip = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  // The others are near enough to be loaded, and would make the one that is seen wait.
  const [isFirstThere, setFirstThere] = useState(false);

  const go = (index: number) => {
    const { current } = strip;
    // Round and round: a button that vanished at the end would take the focus with it.
    current?.scrollTo({ left: ((index + images.length) % images.length) * current.clientWidth });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    go(at + step);
  };

  if (images.length < 2)
    return <Picture image={images[0] ?? null} alt={name} sizes={SIZES} priority className="lg:mr-20" />;
  return (
    <div
      role="group"
      aria-roledescription="gallery"
      aria-label={`Pictures of ${name}`}
      onKeyDown={onKeyDown}
      className="flex flex-col gap-3 lg:flex-row-reverse lg:gap-4"
    >
      <div className="group relative min-w-0 flex-1">
        <div
          ref={strip}
          tabIndex={0}
          role="region"
          aria-label={`Picture ${at + 1} of ${images.length}`}
          onScroll={({ currentTarget: { scrollLeft, clientWidth } }) =>
            setAt(Math.round(scrollLeft / clientWidth))
          }
          className="no-scrollbar flex snap-x snap-mandatory overflow-x-auto overscroll-x-contain scroll-smooth rounded-lg"
        >
          {images.map((image, index) => (
            <div key={image.id} className="w-full shrink-0 snap-center snap-always">
              <Picture
                image={index === 0 || isFirstThere ? image : null}
                onSettled={index === 0 ? () => setFirstThere(true) : undefined}
                alt={image.alt || `${name}, picture ${index + 1}`}
                sizes={SIZES}
                priority={index === 0}
                className="rounded-none"
              />
            </div>
          ))}
        </div>
        <Step icon={ChevronLeft} label="Previous picture" onClick={() => go(at - 1)} />
        <Step icon={ChevronRight} label="Next picture" onClick={() => go(at + 1)} />
        <span
          aria-hidden
          className="absolute right-3 bottom-3 rounded-full bg-surface px-2.5 py-0.5 text-sm tabular-nums shadow-float lg:hidden"
        >
          {at + 1} / {images.length}
        </span>
      </div>
      <ul className="no-scrollbar hidden gap-3 overflow-x-auto p-1 sm:flex lg:-m-1 lg:flex-col lg:overflow-visible">
        {images.map((image, index) => (
          <li key={image.id} className="shrink-0">
            <button
              type="button"
              aria-label={`Show picture ${index + 1}`}
              aria-current={index === at ? 'true' : undefined}
              onClick={() => go(index)}
              className={cn(
                'block w-16 overflow-hidden rounded-md transition-opacity',
                index === at ? 'ring-2 ring-action' : 'opacity-70 hover:opacity-100',
              )}
            >
              <Picture image={image} alt="" sizes="64px" className="rounded-md" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface StepProps {
  icon: typeof ChevronLeft;
  label: string;
  onClick: () => void;
}

function Step({ icon, label, onClick }: StepProps) {
  return (
    <IconButton
      icon={icon}
      label={label}
      onClick={onClick}
      className={cn(
        'absolute inset-y-0 my-auto rounded-full bg-surface opacity-0 shadow-float transition-opacity group-focus-within:opacity-100 group-hover:opacity-100 touch:hidden',
        icon === ChevronLeft ? 'left-3' : 'right-3',
      )}
    />
  );
}
