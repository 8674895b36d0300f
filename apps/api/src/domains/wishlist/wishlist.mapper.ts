import { Injectable } from '@nestjs/common';
import { formatMinor } from '@souk/contracts';
import type { WishDto, WishNotice } from '@souk/contracts/wishlist.dto';
import { Config } from '../../config/config';
import { spoken } from '../../platform/money/spoken';
import type { Product } from '../products/product.entity';
import { ProductsMapper } from '../products/products.mapper';
import { ProductsQueries } from '../products/products.queries';
import type { Wish } from './wish.entity';

@Injectable()
export class WishlistMapper {
  constructor(
    private readonly config: Config,
    private readonly products: ProductsQueries,
    private readonly mapper: ProductsMapper,
  ) {}

  async toDtos(wishes: Wish[]): Promise<WishDto[]> {
    const ids = wishes.map(({ productId }) => productId);
    const [products, shown] = await Promise.all([this.products.byIds(ids), this.mapper.byIds(ids)]);
    return wishes.flatMap((wish) => {
      const product = products.get(wish.productId);
      if (!product) return [];
      return {
        productId: product.id,
        name: product.name,
        product: (product.isListed && shown.get(product.id)) || null,
        priceSeen: formatMinor(wish.priceSeen),
        dateAdded: wish.dateAdded.toISOString(),
        notices: wishNotices(wish, product, this.config.currency),
      };
    });
  }
}

/** What a buyer who comes back wants to know at once. */
function wishNotices({ priceSeen }: Wish, product: Product, currency: string): WishNotice[] {
  const { isListed, stockQuantity, price } = product;
  if (!isListed) return [{ code: 'UNAVAILABLE', message: 'This can no longer be bought.', details: {} }];
  const notices: WishNotice[] = [];
  if (stockQuantity === 0) notices.push({ code: 'SOLD_OUT', message: 'Sold out.', details: {} });
  if (price < priceSeen) {
    notices.push({
      code: 'PRICE_DROPPED',
      message: `Price went from ${spoken(priceSeen, currency)} to ${spoken(price, currency)}.`,
      details: { oldPrice: formatMinor(priceSeen), newPrice: formatMinor(price) },
    });
  }
  return notices;
}
