import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { NotFound, ValidationFailed } from '../../platform/http/errors';
import { Storage } from '../../platform/storage/storage';
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

  /** Takes the place of an earlier one. @throws ValidationFailed when the product is not digital */
  async set(productId: number, fileName: string, bytes: Buffer): Promise<ProductFile> {
    const product = (await this.products.byIds([productId])).get(productId);
    if (!product?.digital)
      throw new ValidationFailed({ file: ['is for digital products only; set `digital` to true first'] });
    const hash = createHash('sha256').update(bytes).digest('hex');
    const storageKey = `${hash.slice(0, 2)}/${hash}`;
    await this.storage.put('private', storageKey, bytes);
    return this.database.run(async () => {
      await this.products.lock(productId);
      const file = { productId, storageKey, fileName, size: bytes.length, uploadedAt: new Date() };
      return this.database.repository(ProductFile).save(file);
    });
  }

  /** @throws NotFound when none was uploaded */
  async get(productId: number): Promise<ProductFile> {
    const file = await this.database.repository(ProductFile).findOneBy({ productId });
    if (!file) throw new NotFound('file');
    return file;
  }
}
