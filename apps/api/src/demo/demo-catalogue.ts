import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/access/actor';
import { Database } from '../platform/database/database';
import { slugOf } from '../platform/http/slug';
import { hashPassword } from '../domains/auth/passwords';
import { Category } from '../domains/products/category.entity';
import { Product } from '../domains/products/product.entity';
import { ProductsService } from '../domains/products/products.service';
import { Store } from '../domains/stores/store.entity';
import { StoresService } from '../domains/stores/stores.service';
import { User } from '../domains/users/user.entity';
import { CouponsService } from '../domains/coupons/coupons.service';
import { UsersService } from '../domains/users/users.service';
import { DEMO_CATEGORIES, DEMO_STORES, DEMO_USERS, type DemoProduct } from './content';
import { DEMO_COUPONS } from './content/coupons';
import { DemoActors } from './demo-actors';
import { DEMO_PASSWORD } from './demo-logins';

const AGE_DAYS = 120;

interface Shelf {
  actor: Actor;
  storeId: number;
  products: readonly DemoProduct[];
}

/** People, stores and products, all or nothing. */
@Injectable()
export class DemoCatalogue {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly stores: StoresService,
    private readonly products: ProductsService,
    private readonly coupons: CouponsService,
    private readonly actors: DemoActors,
  ) {}

  async create(): Promise<void> {
    const passwordHash = await hashPassword(DEMO_PASSWORD);
    await this.database.run(async () => {
      for (const user of DEMO_USERS) await this.users.register({ ...user, passwordHash }, new Date());
      const categories = await this.createCategories();
      const shelves = await this.openStores();
      for (const [{ actor, storeId }, product] of inTurns(shelves)) {
        const categoryId = categories.get(product.category);
        await this.products.create(actor, { ...productInput(product), storeId, categoryId });
      }
      await this.spreadOverTime();
    });
  }

  /** The best last, because lists show the newest first. */
  private async openStores(): Promise<Shelf[]> {
    const shelves: Shelf[] = [];
    for (const { vendor, products, seed: _, ...input } of [...DEMO_STORES].reverse()) {
      const actor = await this.actors.byUsername(vendor);
      const store = await this.stores.open(actor, { ...input, announce: false });
      for (const coupon of DEMO_COUPONS[input.name] ?? []) await this.coupons.create(store.id, coupon);
      shelves.push({ actor, storeId: store.id, products });
    }
    return shelves;
  }

  /** As if all had come in one after the other, up to yesterday. */
  private async spreadOverTime(): Promise<void> {
    for (const entity of [User, Store, Product]) {
      const rows = this.database.repository<User | Store | Product>(entity);
      const ids = (await rows.find({ select: { id: true }, order: { id: 'ASC' } })).map(({ id }) => id);
      for (const [index, id] of ids.entries()) {
        const age = 1 + (AGE_DAYS * (ids.length - 1 - index)) / ids.length;
        await rows.update({ id }, { createdAt: new Date(Date.now() - age * 24 * 3600_000) });
      }
    }
  }

  private async createCategories(): Promise<Map<string, number>> {
    const ids = new Map<string, number>();
    for (const { name, parent } of DEMO_CATEGORIES) {
      const row = { name, slug: slugOf(name), parentId: parent && (ids.get(parent) ?? null) };
      ids.set(name, (await this.database.repository(Category).save(row)).id);
    }
    return ids;
  }
}

/** One product of each store, then the next of each, all ending together: so that new arrivals come from everywhere. */
function inTurns(shelves: Shelf[]): [Shelf, DemoProduct][] {
  const longest = Math.max(...shelves.map(({ products }) => products.length));
  return Array.from({ length: longest }, (_, turn) =>
    shelves.flatMap((shelf): [Shelf, DemoProduct][] => {
      const product = shelf.products[turn - longest + shelf.products.length];
      return product ? [[shelf, product]] : [];
    }),
  ).flat();
}

const productInput = ({ name, description, digital, variants }: DemoProduct) => ({
  name,
  description,
  digital,
  variants: variants.map(({ stock, ...variant }) => ({
    ...variant,
    options: { ...variant.options },
    stockQuantity: stock,
  })),
});
