import { Injectable } from '@nestjs/common';
import type { ProductDto } from '@souk/contracts/products.dto';
import { OwnData } from '../users/own-data';
import { ProductsMapper } from './products.mapper';
import { ProductsQueries } from './products.queries';

/** A large catalogue has more products than one statement takes ids. */
const AT_ONCE = 500;

/** Products go with their stores when their vendor has the account erased. */
@Injectable()
export class ProductsOwnData {
  constructor(
    private readonly queries: ProductsQueries,
    private readonly mapper: ProductsMapper,
    ownData: OwnData,
  ) {
    ownData.contribute('products', ({ id }) => this.ofVendor(id));
  }

  private async ofVendor(vendorId: number): Promise<ProductDto[]> {
    const dtos: ProductDto[] = [];
    for (let lastId = 0; ; lastId = dtos.at(-1)?.id ?? 0) {
      const products = await this.queries
        .ownedBy(vendorId)
        .andWhere('product.id > :lastId', { lastId })
        .orderBy('product.id')
        .take(AT_ONCE)
        .getMany();
      dtos.push(...(await this.mapper.toDtos(products)));
      if (products.length < AT_ONCE) return dtos;
    }
  }
}
