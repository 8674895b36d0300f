import { Injectable } from '@nestjs/common';
import type { CategoryDto } from '@souk/contracts/categories.dto';
import { Remembered } from '../../platform/cache/remembered';
import { any } from '../../platform/cache/topics';
import { Database } from '../../platform/database/database';
import { Category } from './category.entity';
import { CategoryTree } from './category-tree';
import { countByCategory } from './product-facets';
import { ProductsQueries } from './products.queries';

@Injectable()
export class CategoriesQueries {
  /** All of them: there are a few dozen. */
  readonly tree: () => Promise<CategoryTree>;

  constructor(
    private readonly database: Database,
    private readonly products: ProductsQueries,
    remembered: Remembered,
  ) {
    const once = remembered.byText<CategoryTree>(1);
    this.tree = () => once('tree', [any('category')], () => this.read());
  }

  private async read(): Promise<CategoryTree> {
    const categories = await this.database.repository(Category).find({ order: { name: 'ASC', id: 'ASC' } });
    return new CategoryTree(categories);
  }

  /** The top categories with all below them, each with the listed products in it and below. */
  async withCounts(): Promise<CategoryDto[]> {
    const tree = await this.tree();
    const counts = tree.rollUp(await countByCategory(this.products.listed()));
    const branch = (parentId: number | null): CategoryDto[] =>
      tree.childrenOf(parentId).map(({ id, name, slug }) => ({
        id,
        name,
        slug,
        parentId,
        productCount: counts.get(id) ?? 0,
        children: branch(id),
      }));
    return branch(null);
  }
}
