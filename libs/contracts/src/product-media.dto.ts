import { LIMITS } from './limits';
import { Count, Line, Optional } from './validators';

export class ImageSource {
  /** @example image/avif */
  type: string;
  /** Addresses with their widths. */
  srcset: string;
}

/**
 * Sizes and formats that take long to make are added by and by. What is named here exists, and stays what it is under
 * its address.
 */
export class ImageDto {
  /** @example 91 */
  id: number;
  /** The largest size, WebP. @example /media/4f/4f3c…-1600.webp */
  url: string;
  /** For `<img srcset>`: addresses with their widths, WebP. */
  srcset: string;
  /** For `<source>` in `<picture>`: formats that take less than WebP. */
  sources: ImageSource[];
  /** What the picture shows; "" when the vendor gave none. */
  alt: string;
  /** Pixels of `url`. @example 1600 */
  width: number;
  /** @example 2000 */
  height: number;
  /** Most of it looks like this: what may stand in its place until it has come. @example #c8741a */
  colour: string | null;
}

/** The other fields of the form that brings a picture. */
export class ImageFields {
  /** What the picture shows, for those who cannot see it. @example Mug seen from above */
  @Optional()
  @Line(LIMITS.imageAlt)
  alt?: string;
}

export class ImagePatch extends ImageFields {
  /** Place in the gallery, from 0; past the end means last. @example 0 */
  @Optional()
  @Count(0, LIMITS.images.max - 1)
  position?: number;
}

export class DigitalFileDto {
  /** @example field-guide.pdf */
  fileName: string;
  /** Bytes. @example 482133 */
  size: number;
  /** @example 2026-11-02T09:30:00.000Z */
  uploadedAt: string;
}
