import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../platform/database/database';
import { Events } from '../platform/events/events';
import { DigitalFilesService } from '../domains/products/digital-files.service';
import { ImagesService } from '../domains/products/images.service';
import { Product, ProductImage } from '../domains/products/product.entity';
import { Store } from '../domains/stores/store.entity';
import { StoresService } from '../domains/stores/stores.service';
import { DEMO_STORES, type DemoProduct, type DemoStore } from './content';
import { DemoActors } from './demo-actors';
import { drawBanner, drawLogo, drawProduct, renderPicture, type View } from './pictures';

/** Enough to keep both kinds of work going: drawing on this thread, encoding on sharp's. */
const AT_ONCE = 3;
const ALL_VIEWS: View[] = [0, 1, 2];
const NEWEST = 16;
const PER_STORE = 3;

/** Drawn while people look around already. */
export class DemoViewsWanted {
  constructor(
    readonly productName: string,
    /** How many there shall be. */
    readonly views: number,
  ) {}
}

@Injectable()
export class DemoPictures {
  private readonly byName = new Map(
    DEMO_STORES.flatMap(({ products }) => products.map((each) => [each.name, each])),
  );

  constructor(
    private readonly database: Database,
    private readonly events: Events,
    private readonly stores: StoresService,
    private readonly images: ImagesService,
    private readonly files: DigitalFilesService,
    private readonly actors: DemoActors,
  ) {
    events.on(DemoViewsWanted, ({ productName, views }) =>
      this.addViews(productName, ALL_VIEWS.slice(0, views)),
    );
  }

  /** Signs, banners, and the first pictures of what the home page shows; the rest follows through the relay. */
  async create(onProgress: (done: number, total: number) => void): Promise<void> {
    const shown = await this.shownFirst();
    const work = [
      ...DEMO_STORES.map((store) => () => this.dress(store)),
      ...shown.map((name) => () => this.addViews(name, [0])),
    ];
    const total = work.length;
    let done = 0;
    const workers = Array.from({ length: AT_ONCE }, async () => {
      for (let next = work.shift(); next; next = work.shift()) {
        await next();
        onProgress((done += 1), total);
      }
    });
    await Promise.all(workers);
    const names = [...this.byName.keys()];
    const unseen = names.filter((name) => !shown.includes(name));
    await this.events.publish(
      ...unseen.map((name) => new DemoViewsWanted(name, 1)),
      ...names.map((name) => new DemoViewsWanted(name, ALL_VIEWS.length)),
    );
  }

  private async shownFirst(): Promise<string[]> {
    const newest = await this.database.repository(Product).find({ order: { id: 'DESC' }, take: NEWEST });
    const ofStores = DEMO_STORES.flatMap(({ products }) => products.slice(-PER_STORE));
    return [...new Set([...newest, ...ofStores].map(({ name }) => name))];
  }

  private async dress({ name, vendor, seed }: DemoStore): Promise<void> {
    const actor = await this.actors.byUsername(vendor);
    const { id } = await this.database.repository(Store).findOneByOrFail({ name, vendorId: actor.id });
    await this.stores.setPicture(actor, id, 'logoKey', await renderPicture(drawLogo(seed, name)));
    await this.stores.setPicture(actor, id, 'bannerKey', await renderPicture(drawBanner(seed)));
  }

  private async addViews(productName: string, views: View[]): Promise<void> {
    const product = this.byName.get(productName);
    if (!product) return;
    const { id } = await this.database
      .repository(Product)
      .findOneByOrFail({ name: productName, deletedAt: IsNull() });
    const there = await this.database.repository(ProductImage).countBy({ productId: id });
    for (const view of views.slice(there)) await this.addView(id, product, view);
    if (!product.digital) return;
    await this.files.set(
      id,
      `${product.name}.txt`,
      Buffer.from(`${product.name}\n\n${product.description}\n`),
    );
  }

  private async addView(
    id: number,
    { name, picture: { kind, seed } }: DemoProduct,
    view: View,
  ): Promise<void> {
    const alt = view === 0 ? name : `${name}, view ${view + 1}`;
    await this.images.add(id, await renderPicture(drawProduct(kind, seed, view)), alt);
  }
}
