import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Database } from '../platform/database/database';
import { Events } from '../platform/events/events';
import { DigitalFilesService } from '../domains/products/digital-files.service';
import { ImagesService } from '../domains/products/images.service';
import { Product, ProductImage } from '../domains/products/product.entity';
import { OrderItem } from '../domains/orders/order-item.entity';
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

/** What the first start has not drawn follows while people look around: one job, so that theirs never wait for it. */
export class DemoPicturesWanted {}

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
    events.on(DemoPicturesWanted, 'demo-pictures', (_fact, _id, stopping) => this.drawTheRest(stopping));
    events.lane('demo-pictures', 1);
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
    await this.events.publish(new DemoPicturesWanted());
  }

  /** Goes on where a killed process stopped. */
  private async drawTheRest(stopping: AbortSignal): Promise<void> {
    for (const views of [ALL_VIEWS.slice(0, 1), ALL_VIEWS]) {
      for (const name of this.byName.keys()) {
        stopping.throwIfAborted();
        await this.addViews(name, views);
      }
    }
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

  /** Nothing when somebody has renamed or deleted the product meanwhile. */
  private async addViews(productName: string, views: View[]): Promise<void> {
    const details = this.byName.get(productName);
    const product = await this.database
      .repository(Product)
      .findOneBy({ name: productName, deletedAt: IsNull() });
    if (!details || !product) return;
    const there = await this.database.repository(ProductImage).countBy({ productId: product.id });
    for (const view of views.slice(there)) await this.addView(product.id, details, view);
    if (!details.digital) return;
    const text = `${details.name}\n\n${details.description}\n`;
    const kept = await this.files.keep(Readable.from([Buffer.from(text)]));
    await this.files.set(product.id, `${details.name}.txt`, kept);
  }

  private async addView(
    id: number,
    { name, picture: { kind, seed } }: DemoProduct,
    view: View,
  ): Promise<void> {
    const alt = view === 0 ? name : `${name}, view ${view + 1}`;
    const { storageKey, width } = await this.images.add(
      id,
      await renderPicture(drawProduct(kind, seed, view)),
      alt,
    );
    if (view > 0) return;
    // the demo's orders are older than its pictures
    const pictured = { imageKey: storageKey, imageWidth: width };
    await this.database.repository(OrderItem).update({ productId: id, imageKey: IsNull() }, pictured);
  }
}
