import { Controller, Get, Param, Query } from '@nestjs/common';
import { CategoryList } from '@souk/contracts/categories.dto';
import { ProductQuery } from '@souk/contracts/product-query.dto';
import { ProductPage } from '@souk/contracts/products.dto';
import { Public } from '../../platform/access/access';
import { CurrentActor, type MaybeActor } from '../../platform/access/actor';
import { Cached } from '../../platform/cache/cached';
import { IdPipe } from '../../platform/http/validation';
import { StoresQueries } from '../stores/stores.queries';
import { UsersService } from '../users/users.service';
import { CategoriesQueries } from './categories.queries';
import { ProductLists } from './product-lists';
import { ProductsQueries } from './products.queries';

/** The listed products from the side of stores, vendors and categories. */
@Controller()
@Public()
export class CatalogueController {
  constructor(
    private readonly products: ProductsQueries,
    private readonly lists: ProductLists,
    private readonly categories: CategoriesQueries,
    private readonly stores: StoresQueries,
    private readonly users: UsersService,
  ) {}

  /** A store's active products. */
  @Get('stores/:id/products')
  @Cached({ any: ['product', 'stock', 'store', 'category'] })
  async ofStore(
    @Param('id', IdPipe) id: number,
    @Query() query: ProductQuery,
    @CurrentActor() actor: MaybeActor,
  ): Promise<ProductPage> {
    await this.stores.findVisible(actor, id);
    return this.lists.page(this.products.listed().andWhere('product.storeId = :id', { id }), query);
  }

  /** A vendor's active products, of all active stores. */
  @Get('vendors/:id/products')
  @Cached({ any: ['product', 'stock', 'store', 'category', 'user'] })
  async ofVendor(@Param('id', IdPipe) id: number, @Query() query: ProductQuery): Promise<ProductPage> {
    await this.users.vendor(id);
    return this.lists.page(this.products.listedOfVendor(id), query);
  }

  /** The tree of categories with the number of active products in each and below. */
  @Get('categories')
  @Cached({ any: ['product', 'category'] })
  async tree(): Promise<CategoryList> {
    const items = await this.categories.withCounts();
    return { items, total: items.length, nextCursor: null };
  }
}
