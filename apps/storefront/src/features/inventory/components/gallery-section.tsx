import { LIMITS } from '@souk/contracts';
import { Controller } from 'react-hook-form';
import { SectionCard } from '~/components/card';
import { FileDrop } from '~/components/file-drop';
import { announce } from '~/components/live-region';
import { plural } from '~/lib/format';
import type { UploadProgress } from '../api/save-product';
import type { GalleryItem } from '../model/product-values';
import { GalleryList } from './gallery-list';
import type { SectionProps } from './section-props';

interface GallerySectionProps extends SectionProps {
  progress: UploadProgress | null;
}

const PICTURE_TYPES = 'image/jpeg,image/png,image/webp,image/avif';
const { max } = LIMITS.images;

export function GallerySection({ form: { control }, progress }: GallerySectionProps) {
  return (
    <SectionCard
      title="Pictures"
      description={`Up to ${max}; the first one stands in lists. Upright pictures of 4:5 are shown whole.`}
    >
      <Controller
        control={control}
        name="gallery"
        render={({ field: { value, onChange } }) => {
          const room = max - value.length;
          const add = (files: File[]) => {
            onChange([...value, ...files.slice(0, room).map(toItem)]);
            announce(`${plural(Math.min(files.length, room), 'picture')} added`);
          };
          return (
            <>
              {value.length > 0 && <GalleryList items={value} onChange={onChange} progress={progress} />}
              {room > 0 ? (
                <FileDrop
                  label="Add pictures"
                  hint="JPEG, PNG, WebP or AVIF, up to 10 MB each"
                  accept={PICTURE_TYPES}
                  maxBytes={LIMITS.imageUpload.bytes}
                  multiple
                  onFiles={add}
                />
              ) : (
                <p className="text-sm text-muted">
                  There is room for {max} pictures. Remove one to add another.
                </p>
              )}
            </>
          );
        }}
      />
    </SectionCard>
  );
}

const toItem = (file: File): GalleryItem => ({ key: crypto.randomUUID(), saved: null, file, alt: '' });
