import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import { Config } from '../../config/config';
import { Unavailable, ValidationFailed } from '../http/errors';
import {
  fileKey,
  filesOf,
  filesUpTo,
  thumbnailKey,
  type PictureFile,
  type PictureSize,
  type PictureStage,
} from './picture-files';
import { PictureProcess } from './picture-process';
import type { MadePicture, PictureProblem } from './picture-work';
import { Storage } from './storage';

/** Uploads that may wait for their turn, each with up to 10 MB in memory. */
const MOST_WAITING = 16;

/** Width and height are those of the largest file, made or not. */
export interface PictureIdentity extends PictureSize {
  /** Without width and ending: `4f/4f3c…`. */
  key: string;
}

export interface ShownPicture extends PictureIdentity {
  /** What is made of it. */
  stage: PictureStage;
}

export interface StoredPicture extends ShownPicture {
  /** Most of it looks like this: `#c8741a`. */
  colour: string | null;
}

/**
 * Pictures are decoded, turned upright, stripped of metadata and kept as WebP and AVIF under the hash of their content.
 * The original is kept, where nobody but a job sees it, until that job has made all of this.
 */
@Injectable()
export class Pictures implements OnApplicationShutdown {
  private readonly logger = new Logger('Pictures');
  private readonly forPeople = new PictureProcess(true);
  private readonly forLater = new PictureProcess(false);

  constructor(
    private readonly config: Config,
    private readonly storage: Storage,
  ) {}

  onApplicationShutdown(): void {
    this.forPeople.stop();
    this.forLater.stop();
  }

  /**
   * Judges it and makes what it is shown with at first. Whoever keeps it publishes `PictureTaken`, so that the rest
   * follows. @throws ValidationFailed when the bytes are no JPEG, PNG, WebP or AVIF of at most 50 megapixels
   */
  async take(bytes: Buffer, field = 'file'): Promise<StoredPicture> {
    const picture = await this.first(bytes, field);
    await this.storage.put('private', originalKey(picture.key), bytes);
    return picture;
  }

  /** As `take`, but in all widths at once and without a job: for what has no place for the rest to follow. */
  async store(bytes: Buffer, field = 'file'): Promise<StoredPicture> {
    const picture = await this.first(bytes, field);
    if (filesOf('webp', picture).length > 0) {
      const made = accepted(await this.forPeople.make(bytes, 'webp'), field);
      await this.save(picture, 'webp', made);
    }
    return { ...picture, stage: 'webp' };
  }

  /** Makes what a stage adds, unless it is there; needs the original. @returns whether it is there now */
  async reach(stage: PictureStage, picture: PictureIdentity): Promise<boolean> {
    const files = filesOf(stage, picture).map((file) => fileKey(picture.key, file));
    const there = await Promise.all(files.map((key) => this.storage.exists('media', key)));
    if (!there.includes(false)) return true;
    const original = originalKey(picture.key);
    if (!(await this.storage.exists('private', original))) return false;
    const bytes = await buffer(await this.storage.read('private', original));
    await this.save(picture, stage, accepted(await this.forLater.make(bytes, stage), 'file'));
    return true;
  }

  async forgetOriginal(key: string): Promise<void> {
    await this.storage.delete('private', originalKey(key));
  }

  /** With all that was made of it. */
  async delete({ key, width }: Pick<PictureIdentity, 'key' | 'width'>): Promise<void> {
    await this.forgetOriginal(key);
    for (const file of filesUpTo('avif', { width, height: width }))
      await this.storage.delete('media', fileKey(key, file));
    await this.storage.delete('media', thumbnailKey(key));
  }

  /** Of the largest WebP that there is. */
  url(picture: ShownPicture): string {
    return this.urlOf(`${picture.key}-${this.shownSize(picture).width}`);
  }

  /**
   * Of one WebP.
   * @param sizedKey the key with the width of the largest, `4f/4f3c…-1600`
   * @param most one of the widths that every picture is made in at first, where that will do
   */
  urlOf(sizedKey: string, most: 400 | 800 | null = null): string {
    return `${this.base}/${most === null ? sizedKey : narrowed(sizedKey, most)}.webp`;
  }

  /**
   * Of a small JPEG for mails, which is made of what the pages show when it is first asked for.
   * @param sizedKey as for `urlOf`
   * @returns null where there is nothing to make it of now: a mail had better go without it than late
   */
  async thumbnailUrl(sizedKey: string): Promise<string | null> {
    const thumbnail = thumbnailKey(sizedKey.replace(/-\d+$/, ''));
    try {
      if (!(await this.storage.exists('media', thumbnail))) await this.makeThumbnail(sizedKey, thumbnail);
    } catch (error) {
      this.logger.warn({ err: error, sizedKey }, 'A mail goes without its picture');
      return null;
    }
    return `${this.base}/${thumbnail}`;
  }

  /** Of the largest WebP that there is. */
  shownSize(picture: ShownPicture): PictureSize {
    const { width, height } = webpOf(picture).reduce((best, each) => (each.width > best.width ? each : best));
    return { width, height };
  }

  /** For `<img srcset>`: every WebP that there is. */
  srcset(picture: ShownPicture): string {
    return this.candidates(picture, webpOf(picture));
  }

  /** For `<picture>`: what browsers that can show it had better take. */
  sources(picture: ShownPicture): { type: string; srcset: string }[] {
    if (picture.stage !== 'avif') return [];
    return [{ type: 'image/avif', srcset: this.candidates(picture, filesOf('avif', picture)) }];
  }

  private async makeThumbnail(sizedKey: string, thumbnail: string): Promise<void> {
    const bytes = await buffer(await this.storage.read('media', `${narrowed(sizedKey, 400)}.webp`));
    const [file] = accepted(await this.forLater.make(bytes, 'thumbnail'), 'file').files;
    if (file) await this.storage.put('media', thumbnail, Buffer.from(file));
  }

  private candidates({ key }: ShownPicture, files: PictureFile[]): string {
    return files.map((file) => `${this.base}/${fileKey(key, file)} ${file.width}w`).join(', ');
  }

  private get base(): string {
    return this.config.mediaUrl || `${this.config.publicUrl ?? ''}/media`;
  }

  private async first(bytes: Buffer, field: string): Promise<StoredPicture> {
    if (this.forPeople.waiting >= MOST_WAITING)
      throw new Unavailable('Too many pictures are being uploaded at this moment. Try again in a moment.', 5);
    const made = accepted(await this.forPeople.make(bytes, 'first'), field);
    const picture = { key: keyOf(bytes), ...made.size, stage: 'first' as const, colour: made.colour };
    await this.save(picture, 'first', made);
    return picture;
  }

  private async save(picture: PictureIdentity, stage: PictureStage, { files }: MadePicture): Promise<void> {
    for (const [index, file] of filesOf(stage, picture).entries()) {
      const bytes = files[index];
      if (bytes) await this.storage.put('media', fileKey(picture.key, file), Buffer.from(bytes));
    }
  }
}

const narrowed = (sizedKey: string, most: number) =>
  sizedKey.replace(/\d+$/, (width) => `${Math.min(Number(width), most)}`);

/** Older ones have no AVIF to come. */
const webpOf = (picture: ShownPicture) =>
  filesUpTo(picture.stage, picture).filter(({ format }) => format === 'webp');

function accepted(made: MadePicture | { problem: PictureProblem }, field: string): MadePicture {
  if ('problem' in made) throw new ValidationFailed({ [field]: [PROBLEMS[made.problem]] });
  return made;
}

const PROBLEMS: Record<PictureProblem, string> = {
  unreadable: 'must be a whole JPEG, PNG, WebP or AVIF picture; its content decides, not its name',
  tooManyPixels: `must have at most ${LIMITS.imageUpload.pixels / 1_000_000} megapixels`,
  tooLong: `must have at most ${LIMITS.imageUpload.side.toLocaleString('en')} pixels on each side`,
};

const originalKey = (key: string) => `originals/${key}`;

function keyOf(bytes: Buffer): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 40);
  return `${hash.slice(0, 2)}/${hash}`;
}
