import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Config, S3Config } from '../../config/config';
import { arriveIn } from './arriving';
import {
  Storage,
  StorageMissing,
  StorageUnavailable,
  pathOf,
  type Area,
  type ByteRange,
  type Received,
} from './storage';

const CONNECT_MS = 3_000;
/** Without a byte in either direction. */
const SILENT_MS = 15_000;
/** What fails is thrown, and logged by whoever catches it. */
const SILENT = { debug: silence, info: silence, warn: silence, error: silence };
const FOREVER = 'public, max-age=31536000, immutable';
const TYPES: Record<string, string> = { webp: 'image/webp', avif: 'image/avif', jpeg: 'image/jpeg' };

/**
 * One bucket, in which the areas are `media/` and `private/`. Only the first may be readable for everybody, and need not
 * be: without `MEDIA_URL` the API serves it.
 */
export class S3Storage extends Storage implements OnApplicationShutdown {
  private readonly client: S3Client;
  private readonly bucket: string;

  constructor(
    private readonly config: Config,
    { endpoint, region, bucket, accessKeyId, secretAccessKey }: S3Config,
  ) {
    super();
    this.bucket = bucket;
    this.client = new S3Client({
      endpoint,
      region,
      credentials: { accessKeyId, secretAccessKey },
      // other makers' stores have no host per bucket, and know no checksums but the signature's
      forcePathStyle: endpoint !== undefined,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      logger: SILENT,
      requestHandler: { connectionTimeout: CONNECT_MS, socketTimeout: SILENT_MS },
    });
  }

  onApplicationShutdown(): void {
    this.client.destroy();
  }

  put(area: Area, key: string, bytes: Buffer): Promise<void> {
    return this.write(area, key, { Body: bytes });
  }

  /** By way of the disk: its key is known at its end, and S3 wants to know its length before. */
  receive(area: Area, source: Readable, keyOf: (hash: string) => string): Promise<Received> {
    return arriveIn(join(this.config.dataDir, 'arriving'), source, async ({ path, hash, size }) => {
      const key = keyOf(hash);
      const bytes = createReadStream(path);
      // the request may be over before the file is open, and nobody listens to it any more
      bytes.on('error', silence);
      await this.write(area, key, { Body: bytes, ContentLength: size }).finally(() => bytes.destroy());
      return { key, size };
    });
  }

  async read(area: Area, key: string, range?: ByteRange | null): Promise<Readable> {
    const Range = range ? `bytes=${range.start}-${range.end}` : undefined;
    const { Body } = await this.client
      .send(new GetObjectCommand({ ...this.at(area, key), Range }))
      .catch((error: unknown) => {
        throw isMissing(error)
          ? new StorageMissing(`There is no ${area} file ${key}.`)
          : new StorageUnavailable(error);
      });
    return Body as Readable;
  }

  exists(area: Area, key: string): Promise<boolean> {
    return this.client.send(new HeadObjectCommand(this.at(area, key))).then(
      () => true,
      (error: unknown) => {
        if (isMissing(error)) return false;
        throw new StorageUnavailable(error);
      },
    );
  }

  async delete(area: Area, key: string): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.at(area, key))).catch(unavailable);
  }

  private async write(area: Area, key: string, body: Partial<PutObjectCommandInput>): Promise<void> {
    const headers = area === 'media' && {
      CacheControl: FOREVER,
      ContentType: TYPES[key.replace(/^.*\./, '')],
    };
    await this.client
      .send(new PutObjectCommand({ ...this.at(area, key), ...headers, ...body }))
      .catch(unavailable);
  }

  private at(area: Area, key: string) {
    return { Bucket: this.bucket, Key: pathOf(area, key) };
  }
}

const isMissing = (error: unknown) =>
  error instanceof S3ServiceException &&
  error.$metadata.httpStatusCode === 404 &&
  error.name !== 'NoSuchBucket';

function silence(): void {}

function unavailable(error: unknown): never {
  throw new StorageUnavailable(error);
}
