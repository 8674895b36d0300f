import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { StoresService, ratingChange } from '../stores/stores.service';
import { Product } from './product.entity';

@Injectable()
export class ProductsService {
  constructor(
    private readonly database: Database,
    private readonly stores: StoresService,
  ) {}

  /** Moves the averages of a product and its store by what one review added or took. */
  rate(id: number, sum: number, count: number): Promise<void> {
    return this.database.run(async () => {
      const { storeId } = await this.database.repository(Product).findOneByOrFail({ id });
      await this.stores.rate(storeId, sum, count);
      await this.database.repository(Product).update({ id }, ratingChange(sum, count));
    });
  }
}
