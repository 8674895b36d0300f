import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { NotFound, ValidationFailed } from '../../platform/http/errors';
import { Storage, type ByteRange, type Received } from '../../platform/storage/storage';
import { ProductFile } from './product.entity';
import { ProductsQueries } from './products.queries';

/** The files that digital products deliver, in private storage. */
@Injectable()
export class DigitalFilesService {
  constructor(
    private readonly database: Database,
    private readonly products: ProductsQueries,
    private readonly storage: Storage,
  ) {}

  /** Asked before a file is received. @throws ValidationFailed when the product is not digital */
  async expectDigital(productId: number): Promise<void> {
    const product = (await this.products.byIds([productId])).get(productId);
    if (!product?.digital)
      throw new ValidationFailed({ file: ['is for digital products only; set `digital` to true first'] });
  }

  /** Puts it away; it is nobody's until it is set. */
  keep(bytes: Readable): Promise<Received> {
    return this.storage.receive('private', bytes, (hash) => `${hash.slice(0, 2)}/${hash}`);
  }

  /** Takes the place of an earlier one, also for those who have bought it before. */
  set(productId: number, fileName: string, { key: storageKey, size }: Received): Promise<ProductFile> {
    return this.database.run(async () => {
      await this.products.lock(productId);
      const file = { productId, storageKey, fileName, size, uploadedAt: new Date() };
      return this.database.repository(ProductFile).save(file);
    });
  }

  /** @throws NotFound when none was uploaded */
  async get(productId: number): Promise<ProductFile> {
    const file = await this.find(productId);
    if (!file) throw new NotFound('file');
    return file;
  }

  /** Null while none was uploaded. */
  find(productId: number): Promise<ProductFile | null> {
    return this.database.repository(ProductFile).findOneBy({ productId });
  }

  read({ storageKey }: ProductFile, range: ByteRange | null): Promise<Readable> {
    return this.storage.read('private', storageKey, range);
  }
}
