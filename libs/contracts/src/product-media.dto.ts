import { LIMITS } from './limits';
import { Count, Line, Optional } from './validators';

export class ImageDto {
  /** @example 91 */
  id: number;
  /** The largest size. @example /media/4f/4f3c….webp */
  url: string;
  /** For `<img srcset>`: addresses with their widths. */
  srcset: string;
  /** What the picture shows; "" when the vendor gave none. */
  alt: string;
  /** Pixels of `url`. @example 1600 */
  width: number;
  /** @example 2000 */
  height: number;
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
