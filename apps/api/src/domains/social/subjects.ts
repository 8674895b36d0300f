import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { formatMinor, productPost, storePost } from '@souk/contracts';
import { Config } from '../../config/config';
import { Storage, StorageMissing } from '../../platform/storage/storage';
import { Pictures } from '../../platform/storage/pictures';
import type { ProductImage } from '../products/product.entity';
import { ProductsQueries } from '../products/products.queries';
import { StoresQueries } from '../stores/stores.queries';
import type { PostPicture } from './social-network';
import type { Subject } from './social-post.entity';

export interface Announced {
  storeId: number;
  text: string;
  /** Its vendor wants it announced. */
  isWanted: boolean;
  /** Everybody sees it. */
  isVisible: boolean;
  /** Gone for good, or taken off the market by staff. */
  isWithdrawn: boolean;
}

/** What there is to tell of stores and products, as they are now. */
@Injectable()
export class Subjects {
  constructor(
    private readonly config: Config,
    private readonly stores: StoresQueries,
    private readonly products: ProductsQueries,
    private readonly pictures: Pictures,
    private readonly storage: Storage,
  ) {}

  /** Deleted ones too. */
  get(subject: Subject, id: number): Promise<Announced> {
    return subject === 'store' ? this.store(id) : this.product(id);
  }

  /** When a new product that has no picture yet is announced all the same; null where nothing is waited for. */
  async pictureBy(subject: Subject, id: number): Promise<Date | null> {
    if (subject === 'store') return null;
    const product = (await this.products.byIds([id])).get(id);
    const until = new Date((product?.createdAt.getTime() ?? 0) + this.config.social.pictureMs);
    return until > new Date() && !(await this.firstImage(id)) ? until : null;
  }

  /** The product's first one, as large as it is shown at first. */
  async picture(subject: Subject, id: number): Promise<PostPicture | null> {
    if (subject === 'store') return null;
    const image = await this.firstImage(id);
    if (!image) return null;
    const key = `${image.storageKey}-${this.pictures.shownSize(image.picture).width}.webp`;
    try {
      return { bytes: await buffer(await this.storage.read('media', key)), type: 'image/webp' };
    } catch (error) {
      if (error instanceof StorageMissing) return null;
      throw error;
    }
  }

  private async firstImage(productId: number): Promise<ProductImage | undefined> {
    return (await this.products.imagesOf([productId])).get(productId)?.[0];
  }

  private async store(id: number): Promise<Announced> {
    const store = (await this.stores.byIds([id])).get(id);
    if (!store) throw new Error(`There is no store ${id}.`);
    const { announce: isWanted, isOpen: isVisible, isWithdrawn } = store;
    return { storeId: id, text: storePost(store), isWanted, isVisible, isWithdrawn };
  }

  private async product(id: number): Promise<Announced> {
    const product = (await this.products.byIds([id])).get(id);
    const store = product && (await this.stores.byIds([product.storeId])).get(product.storeId);
    if (!product || !store) throw new Error(`There is no product ${id}.`);
    const { name, announce, isListed } = product;
    const price = formatMinor(product.price);
    const text = productPost({ name, store: store.name, price, currency: this.config.currency });
    const isWithdrawn = store.isWithdrawn || Boolean(product.deletedAt ?? product.suspendedAt);
    return { storeId: store.id, text, isWanted: announce, isVisible: isListed, isWithdrawn };
  }
}
