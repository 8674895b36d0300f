/** Widths that the pages use, in pixels; a narrower original keeps its own as the largest. */
const WIDTHS = [400, 800, 1600];
/** A picture is shown up to this width until a job has made the rest. */
const FIRST = 800;

export const FORMATS = ['webp', 'avif'] as const;
export type PictureFormat = (typeof FORMATS)[number];

/** How far its files are made: WebP up to 800 pixels, WebP in all widths, or AVIF in all widths too. */
export const STAGES = ['first', 'webp', 'avif'] as const;
export type PictureStage = (typeof STAGES)[number];

export interface PictureSize {
  width: number;
  height: number;
}

export interface PictureFile extends PictureSize {
  format: PictureFormat;
}

/** At most 1600 pixels wide. */
export function largestOf({ width, height }: PictureSize): PictureSize {
  const widest = Math.min(width, Math.max(...WIDTHS));
  return { width: widest, height: scaled(height, widest / width) };
}

/** What a stage adds to those before it. @param largest as `largestOf` says */
export function filesOf(stage: PictureStage, largest: PictureSize): PictureFile[] {
  const sizes = [...WIDTHS.filter((width) => width < largest.width), largest.width].map((width) => ({
    width,
    height: scaled(largest.height, width / largest.width),
  }));
  if (stage === 'avif') return sizes.map((size) => ({ ...size, format: 'avif' }));
  return sizes
    .filter(({ width }) => width <= FIRST === (stage === 'first'))
    .map((size) => ({ ...size, format: 'webp' }));
}

/** What there is once a stage is reached. */
export const filesUpTo = (stage: PictureStage, largest: PictureSize): PictureFile[] =>
  STAGES.slice(0, STAGES.indexOf(stage) + 1).flatMap((each) => filesOf(each, largest));

export const fileKey = (key: string, { width, format }: Pick<PictureFile, 'width' | 'format'>) =>
  `${key}-${width}.${format}`;

/** For mail programs, some of which know no WebP and cut nothing: three times what mails show. */
export const THUMBNAIL: PictureSize = { width: 168, height: 210 };

export const thumbnailKey = (key: string) => `${key}-${THUMBNAIL.width}.jpeg`;

const scaled = (length: number, factor: number) => Math.max(1, Math.round(length * factor));
