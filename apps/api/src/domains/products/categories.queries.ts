import { Injectable } from '@nestjs/common';
import type { AdminCategoryDto, CategoryDto } from '@souk/contracts/categories.dto';
import type { SelectQueryBuilder } from 'typeorm';
import type { Actor } from '../../platform/access/actor';
import { Remembered } from '../../platform/cache/remembered';
import { any } from '../../platform/cache/topics';
import { Database } from '../../platform/database/database';
import { Category } from './category.entity';
import { CategoryTree } from './category-tree';
import type { Product } from './product.entity';
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

  /** The tree that nobody else changes until the unit of work ends: two moves at once could make a circle. */
  async lockedTree(): Promise<CategoryTree> {
    const categories = this.database.repository(Category).createQueryBuilder('category');
    return new CategoryTree(await this.database.locked(categories.orderBy('category.id')).getMany());
  }

  /** The top categories with all below them, each with the listed products in it and below. */
  async withCounts(): Promise<CategoryDto[]> {
    const { tree, below } = await this.counted(this.products.listed());
    const branch = (parentId: number | null): CategoryDto[] =>
      tree.childrenOf(parentId).map(({ id, name, slug, formerSlugs }) => ({
        ...{ id, name, slug, parentId },
        formerSlugs: formerSlugs ?? [],
        productCount: below.get(id) ?? 0,
        children: branch(id),
      }));
    return branch(null);
  }

  /** As above, with all products that the actor may know of. */
  async asSeenBy(actor: Actor): Promise<AdminCategoryDto[]> {
    const { tree, own, below } = await this.counted(this.products.visibleTo(actor));
    const branch = (parentId: number | null): AdminCategoryDto[] =>
      tree.childrenOf(parentId).map(({ id, name, slug }) => ({
        ...{ id, name, slug, parentId },
        productCount: below.get(id) ?? 0,
        ownProductCount: own.get(id) ?? 0,
        children: branch(id),
      }));
    return branch(null);
  }

  private async counted(products: SelectQueryBuilder<Product>) {
    const tree = await this.tree();
    const own = await countByCategory(products);
    return { tree, own, below: tree.rollUp(own) };
  }
}
