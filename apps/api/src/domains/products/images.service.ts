import { Injectable } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import type { ImagePatch } from '@souk/contracts/product-media.dto';
import { Database } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { NotFound, ValidationFailed } from '../../platform/http/errors';
import { LeftPictures } from '../../platform/storage/left-pictures';
import { PictureMade, PictureTaken } from '../../platform/storage/picture-jobs';
import { Pictures, type StoredPicture } from '../../platform/storage/pictures';
import { Product, ProductImage } from './product.entity';
import { FirstPictureShown } from './products.events';
import { ProductsQueries } from './products.queries';

/** A product's gallery. The product is locked while it changes. */
@Injectable()
export class ImagesService {
  constructor(
    private readonly database: Database,
    private readonly products: ProductsQueries,
    private readonly pictures: Pictures,
    private readonly left: LeftPictures,
    private readonly events: Events,
  ) {
    events.during(PictureMade, async ({ key: storageKey, stage }) => {
      await this.database.repository(ProductImage).update({ storageKey }, { stage });
    });
  }

  /** At the end of the gallery. @throws ValidationFailed when it is full, or the bytes are no picture */
  async add(productId: number, bytes: Buffer, alt = ''): Promise<ProductImage> {
    // asked before the work of decoding, and again when nobody else can add
    refuseFull(await this.gallery(productId));
    const picture = await this.pictures.take(bytes);
    return this.place(productId, picture, { alt }).catch(async (error: unknown) => {
      await this.left.delete([picture]);
      throw error;
    });
  }

  /** As `add`, with a picture that is stored already. */
  place(
    productId: number,
    picture: StoredPicture,
    { alt = '', sourceUrl = null }: { alt?: string; sourceUrl?: string | null },
  ): Promise<ProductImage> {
    return this.change(productId, async (gallery, product) => {
      refuseFull(gallery);
      const position = (gallery.at(-1)?.position ?? -1) + 1;
      const { key: storageKey, ...made } = picture;
      const image = { productId, storageKey, ...made, alt, position, sourceUrl };
      if (picture.stage !== 'avif') await this.events.publish(new PictureTaken(picture));
      const isAwaited = gallery.length === 0 && product.isListed && product.announce;
      if (isAwaited) await this.events.publish(new FirstPictureShown(productId));
      return this.database.repository(ProductImage).save(Object.assign(new ProductImage(), image));
    });
  }

  update(productId: number, id: number, { alt, position }: ImagePatch): Promise<ProductImage> {
    return this.change(productId, async (gallery) => {
      const image = find(gallery, id);
      image.alt = alt ?? image.alt;
      const others = gallery.filter((other) => other !== image);
      const order = position === undefined ? gallery : others.toSpliced(position, 0, image);
      order.forEach((each, index) => (each.position = index));
      // not the whole rows: a job may be noting what it has made of them
      for (const each of order) {
        const changed =
          each === image ? { alt: image.alt, position: each.position } : { position: each.position };
        await this.database.repository(ProductImage).update({ id: each.id }, changed);
      }
      return image;
    });
  }

  delete(productId: number, id: number): Promise<void> {
    return this.change(productId, async (gallery) => {
      await this.database.repository(ProductImage).delete({ id: find(gallery, id).id });
    });
  }

  private change<T>(
    productId: number,
    work: (gallery: ProductImage[], product: Product) => Promise<T>,
  ): Promise<T> {
    return this.database.run(async () => {
      const product = await this.products.lock(productId);
      await this.database.repository(Product).update({ id: productId }, { updatedAt: new Date() });
      return work(await this.gallery(productId), product);
    });
  }

  private async gallery(productId: number): Promise<ProductImage[]> {
    return (await this.products.imagesOf([productId])).get(productId) ?? [];
  }
}

function refuseFull({ length }: ProductImage[]): void {
  const { max } = LIMITS.images;
  if (length >= max)
    throw new ValidationFailed({ file: [`would be one more than the ${max} pictures of a product`] });
}

function find(gallery: ProductImage[], id: number): ProductImage {
  const image = gallery.find((each) => each.id === id);
  if (!image) throw new NotFound('image');
  return image;
}
