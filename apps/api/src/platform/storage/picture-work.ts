import { LIMITS } from '@souk/contracts';
import sharp, { type Metadata, type Sharp } from 'sharp';
import {
  THUMBNAIL,
  filesOf,
  largestOf,
  type PictureFormat,
  type PictureSize,
  type PictureStage,
} from './picture-files';

/** What is to be made of a picture. */
export type Wanted = PictureStage | 'thumbnail';

/** What is wrong with an uploaded picture. */
export type PictureProblem = 'unreadable' | 'tooManyPixels' | 'tooLong';

export interface MadePicture {
  /** Of the largest file. */
  size: PictureSize;
  /** Most of it looks like this: `#c8741a`; null of a thumbnail. */
  colour: string | null;
  /** In the order of `filesOf`, or the thumbnail. */
  files: Uint8Array[];
}

/** Qualities that look alike; AVIF takes a third fewer bytes. More effort makes it slow, not small. */
const ENCODERS: Record<PictureFormat, (image: Sharp) => Sharp> = {
  webp: (image) => image.webp({ quality: 80, effort: 1 }),
  avif: (image) => image.avif({ quality: 50, effort: 1, chromaSubsampling: '4:2:0' }),
};

const DECODED = new Set<string>(['jpeg', 'png', 'webp', 'heif']);

// nothing of a large picture stays in memory
sharp.cache(false);

/** What is wanted of it: upright, in sRGB of 8 bits, without any metadata. Of an animation, its first picture. */
export async function makePicture(
  bytes: Buffer,
  wanted: Wanted,
): Promise<MadePicture | { problem: PictureProblem }> {
  const original = await judge(bytes);
  if (typeof original === 'string') return { problem: original };
  return wanted === 'thumbnail' ? makeThumbnail(bytes) : makeStage(bytes, wanted, original);
}

async function makeStage(
  bytes: Buffer,
  stage: PictureStage,
  original: PictureSize,
): Promise<MadePicture | { problem: PictureProblem }> {
  const size = largestOf(original);
  const wanted = filesOf(stage, size);
  const widest = wanted.reduce((best, each) => (each.width > best.width ? each : best));
  const decoded = await decode(bytes, widest).catch(() => null);
  if (!decoded) return { problem: 'unreadable' };
  const files: Buffer[] = [];
  for (const file of wanted)
    files.push(await ENCODERS[file.format](decoded().resize(file.width, file.height, EXACTLY)).toBuffer());
  const { dominant } = await decoded().flatten({ background: '#fff' }).stats();
  return { size, colour: hex(dominant), files };
}

async function makeThumbnail(bytes: Buffer): Promise<MadePicture> {
  const { width, height } = THUMBNAIL;
  const image = open(bytes).autoOrient().resize(width, height, { fit: 'cover' });
  const file = await image
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .jpeg({ quality: 82 })
    .toBuffer();
  return { size: THUMBNAIL, colour: null, files: [file] };
}

/** Both sides are rounded already. */
const EXACTLY = { fit: 'fill' } as const;

/** Once, whatever is made of it. @throws Error when the bytes cannot be read to their end */
async function decode(bytes: Buffer, { width, height }: PictureSize): Promise<() => Sharp> {
  const { data, info } = await open(bytes)
    .autoOrient()
    .resize(width, height, EXACTLY)
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return () => sharp(data, { raw: info });
}

async function judge(bytes: Buffer): Promise<PictureSize | PictureProblem> {
  if (!looksKnown(bytes)) return 'unreadable';
  let metadata: Metadata;
  try {
    metadata = await open(bytes).metadata();
  } catch (error) {
    return String(error).includes('pixel limit') ? 'tooManyPixels' : 'unreadable';
  }
  const { format, compression, autoOrient: size } = metadata;
  if (!DECODED.has(format) || (format === 'heif' && compression !== 'av1')) return 'unreadable';
  if (size.width * size.height > LIMITS.imageUpload.pixels) return 'tooManyPixels';
  if (Math.max(size.width, size.height) > LIMITS.imageUpload.side) return 'tooLong';
  return size;
}

/** Headers are judged before anything is decoded. */
const open = (bytes: Buffer) =>
  sharp(bytes, { limitInputPixels: LIMITS.imageUpload.pixels, failOn: 'error' });

/**
 * Readers of other formats, SVG and PDF among them, shall not even look at what strangers send: only what begins like a
 * JPEG, PNG, WebP or ISO media file (AVIF) is shown to them.
 */
function looksKnown(bytes: Buffer): boolean {
  const says = (text: string, at = 0) => bytes.toString('latin1', at, at + text.length) === text;
  return (
    says('\xff\xd8\xff') || says('\x89PNG\r\n\x1a\n') || (says('RIFF') && says('WEBP', 8)) || says('ftyp', 4)
  );
}

const hex = ({ r, g, b }: { r: number; g: number; b: number }) =>
  `#${[r, g, b].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
