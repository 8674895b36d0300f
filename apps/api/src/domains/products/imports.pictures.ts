import { Injectable } from '@nestjs/common';
import type { ImportProblem } from '@souk/contracts/imports.dto';
import { In, IsNull } from 'typeorm';
import { Database } from '../../platform/database/database';
import { CodedError } from '../../platform/http/errors';
import { Pictures, type StoredPicture } from '../../platform/storage/pictures';
import { ImagesService } from './images.service';
import type { Import } from './import.entity';
import { ImportChanges } from './imports.changes';
import { HostFailures } from './imports.host-failures';
import { Product, ProductImage } from './product.entity';
import { ProductsQueries } from './products.queries';
import { PictureUnavailable, RemotePictures } from './remote-pictures';
import type { CsvPicture } from './shopify-csv-pictures';
import type { CsvProduct } from './shopify-csv-product';

/** Products whose pictures are fetched at the same time. */
const PARALLEL = 4;
const PRODUCTS_PER_LOOK_UP = 100;

interface Gallery {
  productId: number;
  missing: CsvPicture[];
  /** There already, and described in other words. */
  reworded: { imageId: number; picture: CsvPicture }[];
}

/**
 * Fetches the pictures that a file names and the products do not have yet, and describes those that they have as the
 * file does. Nothing here fails an import.
 */
@Injectable()
export class ImportPictures {
  constructor(
    private readonly database: Database,
    private readonly products: ProductsQueries,
    private readonly images: ImagesService,
    private readonly pictures: Pictures,
    private readonly remote: RemotePictures,
    private readonly changes: ImportChanges,
  ) {}

  /** What could not be fetched, in the order of the file. */
  async fetchFor(
    { id, storeId }: Pick<Import, 'id' | 'storeId'>,
    drafts: CsvProduct[],
    stopping: AbortSignal,
  ): Promise<ImportProblem[]> {
    const failures = new HostFailures();
    for (let start = 0; start < drafts.length; start += PRODUCTS_PER_LOOK_UP) {
      const queue = await this.galleries(storeId, drafts.slice(start, start + PRODUCTS_PER_LOOK_UP));
      const worker = async () => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          stopping.throwIfAborted();
          await this.follow(id, next, failures);
        }
      };
      await Promise.all(Array.from({ length: PARALLEL }, worker));
    }
    return failures.problems();
  }

  private async galleries(storeId: number, drafts: CsvProduct[]): Promise<Gallery[]> {
    const handles = drafts.map(({ handle }) => handle);
    const products = await this.database
      .repository(Product)
      .find({ where: { storeId, handle: In(handles), deletedAt: IsNull() }, order: { id: 'DESC' } });
    const ids = new Map(products.map(({ handle, id }) => [handle, id]));
    const images = await this.products.imagesOf([...ids.values()]);
    return drafts.flatMap(({ handle, pictures }) => {
      const productId = ids.get(handle);
      if (productId === undefined) return [];
      const gallery: Gallery = { productId, missing: [], reworded: [] };
      const rest = [...(images.get(productId) ?? [])];
      for (const picture of pictures) {
        const image = take(rest, picture);
        if (!image) gallery.missing.push(picture);
        // an empty cell is no wish to have none
        else if (picture.alt && picture.alt !== image.alt)
          gallery.reworded.push({ imageId: image.id, picture });
      }
      return gallery;
    });
  }

  /** One after the other, so that the gallery has the order of the file. */
  private async follow(
    importId: number,
    { productId, missing, reworded }: Gallery,
    failures: HostFailures,
  ): Promise<void> {
    for (const { imageId, picture } of reworded) {
      const describe = () => this.images.update(productId, imageId, { alt: picture.alt });
      await this.changes
        .follow(importId, productId, describe)
        .catch((error: unknown) => failures.add(picture, asUnavailable(error)));
    }
    for (const picture of missing) {
      if (failures.gaveUp(picture)) continue;
      try {
        const { url: sourceUrl, alt } = picture;
        const stored = (await this.ownPicture(sourceUrl)) ?? (await this.fetch(sourceUrl));
        await this.changes.follow(importId, productId, () =>
          this.images.place(productId, stored, { alt, sourceUrl }),
        );
        failures.forgive(picture);
      } catch (error) {
        failures.add(picture, asUnavailable(error));
      }
    }
  }

  private async fetch(url: string): Promise<StoredPicture> {
    return this.pictures.take(await this.remote.fetch(url), 'picture');
  }

  /** Stored under the hash of its content, it is the same picture whatever host the address names. */
  private async ownPicture(url: string): Promise<StoredPicture | null> {
    const storageKey = keyInUrl(url);
    if (!storageKey) return null;
    const image = await this.database.repository(ProductImage).findOneBy({ storageKey });
    return image?.picture ?? null;
  }
}

/** Out of the gallery, so that each answers for one address: the same picture may be there twice. */
function take(gallery: ProductImage[], { url }: CsvPicture): ProductImage | undefined {
  const place = gallery.findIndex(
    ({ sourceUrl, storageKey }) => sourceUrl === url || storageKey === keyInUrl(url),
  );
  return place < 0 ? undefined : gallery.splice(place, 1)[0];
}

/** The storage key in an address that our own export has written. */
const keyInUrl = (url: string) => /\/([0-9a-f]{2}\/[0-9a-f]{40})-\d+\.webp(?:#\d+)?$/.exec(url)?.[1];

function asUnavailable(error: unknown): PictureUnavailable {
  if (error instanceof PictureUnavailable) return error;
  // of the picture itself, or its product, which may have been deleted meanwhile
  if (error instanceof CodedError)
    return new PictureUnavailable(`was left out: ${error.message.replace(/\.$/, '')}`);
  throw error;
}
