import { Injectable } from '@nestjs/common';
import { LIMITS } from '@souk/contracts';
import type { Actor } from '../../platform/access/actor';
import { Database, isDuplicate } from '../../platform/database/database';
import { Events } from '../../platform/events/events';
import { DuplicateEntry, NotFound, ValidationFailed } from '../../platform/http/errors';
import { CategoriesQueries } from './categories.queries';
import { Category } from './category.entity';
import { freeSlug, nameKey, type CategoryTree } from './category-tree';
import { Product } from './product.entity';
import { CategoryWordsChanged } from './products.events';
import { ProductsQueries } from './products.queries';

interface Removed {
  category: Category;
  into: Category | null;
  products: number;
  categories: number;
}

interface Moved {
  category: Category;
  from: Category | null;
  to: Category | null;
}

/** Changes the tree. Products follow their category, and go nowhere when it goes. */
@Injectable()
export class CategoriesService {
  constructor(
    private readonly database: Database,
    private readonly queries: CategoriesQueries,
    private readonly products: ProductsQueries,
    private readonly events: Events,
  ) {}

  create(name: string, parentId: number | null): Promise<Category> {
    return this.change(async (tree) => {
      const parent = placeFor(tree, 'parentId', parentId, 1);
      refuseNamesake(tree, parent, name);
      const slug = freeSlug(name, new Set(tree.categories.map((other) => other.slug)));
      return this.save(Object.assign(new Category(), { name, slug, parentId, formerSlugs: null }));
    });
  }

  /** Its slug follows; the one that it had still leads here. */
  rename(id: number, name: string): Promise<{ category: Category; formerName: string }> {
    return this.change(async (tree) => {
      const category = find(tree, id);
      const formerName = category.name;
      if (name === formerName) throw new ValidationFailed({ name: ['is its name already'] });
      const others = tree.categories.filter((other) => other !== category);
      refuseNamesake(tree, tree.get(category.parentId), name, category);
      category.name = name;
      category.answerTo(freeSlug(name, new Set(others.map(({ slug }) => slug))), [category.slug]);
      await this.save(category);
      await this.events.publish(new CategoryWordsChanged(id));
      return { category, formerName };
    });
  }

  /** With all that is below it. */
  move(id: number, parentId: number | null): Promise<Moved> {
    return this.change(async (tree) => {
      const category = find(tree, id);
      const from = tree.get(category.parentId);
      if (parentId === category.parentId)
        throw new ValidationFailed({ parentId: ['is where it is already'] });
      refuseWithin(tree, 'parentId', category, parentId);
      const to = placeFor(tree, 'parentId', parentId, tree.levelsUnder(id));
      refuseNamesake(tree, to, category.name);
      category.parentId = parentId;
      return { category: await this.save(category), from, to };
    });
  }

  /** What is in it goes into the category above, or into the one that is named; so do links to it. */
  remove(actor: Actor, id: number, intoId?: number): Promise<Removed> {
    return this.change(async (tree) => {
      const category = find(tree, id);
      const children = tree.childrenOf(id);
      if (intoId !== undefined) refuseWithin(tree, 'into', category, intoId);
      const levels = Math.max(0, ...children.map((child) => tree.levelsUnder(child.id)));
      const into = placeFor(tree, 'into', intoId ?? category.parentId, levels);
      const products = await this.products.visibleTo(actor).andWhere({ categoryId: id }).getCount();
      if (!into && products > 0)
        throw new ValidationFailed({
          into: [`must name the category that takes what is in this one, as there is none above it`],
        });
      for (const child of children) refuseNamesake(tree, into, child.name, category);
      await this.empty(category, children, into);
      await this.database.repository(Category).delete({ id });
      return { category, into, products, categories: children.length };
    });
  }

  private async empty(category: Category, children: Category[], into: Category | null): Promise<void> {
    const parentId = into?.id ?? null;
    for (const child of children) await this.save(Object.assign(child, { parentId }));
    await this.database.repository(Product).update({ categoryId: category.id }, { categoryId: parentId });
    if (!into) return;
    into.answerTo(into.slug, [category.slug, ...(category.formerSlugs ?? [])]);
    await this.save(into);
    await this.events.publish(new CategoryWordsChanged(into.id));
  }

  private change<T>(work: (tree: CategoryTree) => Promise<T>): Promise<T> {
    return this.database.run(async () => work(await this.queries.lockedTree()));
  }

  private async save(category: Category): Promise<Category> {
    try {
      return await this.database.repository(Category).save(category);
    } catch (error) {
      // what is new is nobody's to lock
      if (isDuplicate(error))
        throw new DuplicateEntry('Somebody has added a category at the same moment. Try again.');
      throw error;
    }
  }
}

function find(tree: CategoryTree, id: number): Category {
  const category = tree.get(id);
  if (!category) throw new NotFound('category');
  return category;
}

/** The category that is to hold so many levels; null is the top. @throws ValidationFailed */
function placeFor(tree: CategoryTree, field: string, id: number | null, levels: number): Category | null {
  const parent = tree.get(id);
  if (id !== null && !parent) throw new ValidationFailed({ [field]: ['must be one of the categories'] });
  if (tree.levelOf(id) + levels > LIMITS.category.levels)
    throw new ValidationFailed({
      [field]: [`is too far down: there may be ${LIMITS.category.levels} levels of categories`],
    });
  return parent;
}

function refuseWithin(tree: CategoryTree, field: string, category: Category, id: number | null): void {
  if (id !== null && tree.idsUnder(category.id).includes(id))
    throw new ValidationFailed({ [field]: ['must be neither the category itself nor one below it'] });
}

/** Nobody could tell two of one name apart. @param leaving does not count, as it goes or gets the name */
function refuseNamesake(tree: CategoryTree, parent: Category | null, name: string, leaving?: Category): void {
  const beside = tree.childrenOf(parent?.id ?? null).filter((other) => other !== leaving);
  if (beside.every((other) => nameKey(other.name) !== nameKey(name))) return;
  const place = parent ? `in “${parent.name}”` : 'at the top';
  throw new DuplicateEntry(`There is a category “${name}” ${place} already.`, {
    name: ['is that of another category beside it'],
  });
}
