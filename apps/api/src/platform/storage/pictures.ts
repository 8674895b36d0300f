import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { Config } from '../../config/config';
import { ValidationFailed } from '../http/errors';
import { Storage } from './storage';

/** Widths that the pages use, in pixels; a narrower original keeps its own as the largest. */
const WIDTHS = [400, 800, 1600];
const FORMATS = new Set(['jpeg', 'png', 'webp', 'heif']);
const QUALITY = 80;

export interface StoredPicture {
  /** Without width and ending: `4f/4f3c…`. */
  key: string;
  /** Pixels of the largest size. */
  width: number;
  height: number;
}

const widthsOf = (width: number) => [...WIDTHS.filter((step) => step < width), Math.min(width, 1600)];

/** Pictures are decoded, turned upright, stripped of metadata and kept as WebP under the hash of their content. */
@Injectable()
export class Pictures {
  constructor(
    private readonly config: Config,
    private readonly storage: Storage,
  ) {}

  /** @throws ValidationFailed when the bytes are no JPEG, PNG, WebP or AVIF of at most 50 megapixels. */
  async store(bytes: Buffer, field = 'file'): Promise<StoredPicture> {
    const original = await this.open(bytes, field);
    const { width, height } = await original.metadata().then(upright);
    const key = hashKey(bytes);
    const sizes = widthsOf(width);
    const largest = sizes[sizes.length - 1] ?? width;
    try {
      for (const size of sizes) {
        const webp = await original
          .clone()
          .resize({ width: size })
          .webp({ quality: QUALITY, effort: 1 })
          .toBuffer();
        await this.storage.put('media', `${key}-${size}.webp`, webp);
      }
    } catch (error) {
      if (error instanceof Error && /^(Input|Vips|heif|jpeg|png|webp)/i.test(error.message))
        throw unreadable(field);
      throw error;
    }
    return { key, width: largest, height: Math.round((height * largest) / width) };
  }

  /** In every size. @param width of the largest */
  async delete(key: string, width: number): Promise<void> {
    for (const size of widthsOf(width)) await this.storage.delete('media', `${key}-${size}.webp`);
  }

  url(key: string, width: number): string {
    return `${this.base}/${key}-${Math.min(width, 1600)}.webp`;
  }

  /** Of one stored size: its key with the width, `4f/4f3c…-400`. */
  urlOf(sizedKey: string): string {
    return `${this.base}/${sizedKey}.webp`;
  }

  /** For `<img srcset>`. */
  srcset(key: string, width: number): string {
    return widthsOf(width)
      .map((size) => `${this.url(key, size)} ${size}w`)
      .join(', ');
  }

  private get base(): string {
    return this.config.mediaUrl || `${this.config.publicUrl ?? ''}/media`;
  }

  private async open(bytes: Buffer, field: string): Promise<Sharp> {
    const image = sharp(bytes, { limitInputPixels: LIMITS.imageUpload.pixels, failOn: 'error' });
    const metadata = await image.metadata().catch((error: unknown) => {
      throw String(error).includes('pixel limit') ? tooLarge(field) : unreadable(field);
    });
    if (!FORMATS.has(metadata.format)) throw unreadable(field);
    if (metadata.width * metadata.height > LIMITS.imageUpload.pixels) throw tooLarge(field);
    return image.autoOrient();
  }
}

/** EXIF orientations 5 to 8 lie on their side. */
const upright = ({ width, height, orientation = 1 }: Metadata) =>
  orientation >= 5 ? { width: height, height: width } : { width, height };

const hashKey = (bytes: Buffer) => {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 40);
  return `${hash.slice(0, 2)}/${hash}`;
};

const unreadable = (field: string) =>
  new ValidationFailed({
    [field]: ['must be a whole JPEG, PNG, WebP or AVIF picture; its content decides, not its name'],
  });

const tooLarge = (field: string) => new ValidationFailed({ [field]: ['must have at most 50 megapixels'] });
