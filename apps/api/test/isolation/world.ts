import type { NewApiKeyDto } from '@souk/contracts/api-keys.dto';
import type { DigitalFileDto, ImageDto } from '@souk/contracts/product-media.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { CartDto } from '@souk/contracts/cart.dto';
import type { ImportDto } from '@souk/contracts/imports.dto';
import type { ReviewDto } from '@souk/contracts/reviews.dto';
import { SessionsService } from '../../src/domains/auth/sessions.service';
import { User } from '../../src/domains/users/user.entity';
import { Database } from '../../src/platform/database/database';
import type { TestApp } from '../app';
import type { Client } from '../client';
import { Factory, created, type Person } from '../factories';
import type { Asker, Thing } from './rules';

/** One dark pixel. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const MISSING = 2_000_000_000;

/** Who takes part. `author` is a vendor, who may review what others sell. */
const CAST = {
  buyer: 'buyer',
  'other buyer': 'buyer',
  vendor: 'vendor',
  'other vendor': 'vendor',
  author: 'vendor',
  staff: 'buyer',
} as const;
export type Role = keyof typeof CAST;

/** A small marketplace in which everybody has something that others must not touch. */
export class World {
  readonly people = {} as Record<Role, Person>;
  /** Kind → what there is of it, first what everybody may see. */
  readonly things = new Map<string, Thing[]>();
  listedStore: Thing;
  hiddenStore: Thing;
  otherStore: Thing;
  /** A listed store of each vendor. */
  readonly stores = new Map<Role, Thing>();
  /** A listed product of the other vendor, never touched: for carts. */
  goods: ProductDto;
  /** Of an order of the other buyer at the other vendor's. */
  otherPart: number;
  /** Texts that only some may ever read: text → roles. */
  readonly secrets = new Map<string, string[]>();

  private constructor(
    readonly test: TestApp,
    readonly make: Factory,
  ) {}

  static async build(test: TestApp): Promise<World> {
    const world = new World(test, new Factory(test.client));
    await world.cast();
    await world.furnish();
    await test.settled();
    return world;
  }

  asker(role: Role): Asker {
    return { name: role, userType: CAST[role], isStaff: role === 'staff', scopes: null };
  }

  /** Stands for every id that was never given. */
  readonly missing: Thing = { id: MISSING, label: 'missing', owners: [], seenBy: [] };

  /** Things of the kind, and a missing one. */
  of(kind: string): Thing[] {
    return [...(this.things.get(kind) ?? []), this.missing];
  }

  /** A thing like this one, for a caller who is going to use it up. */
  async another(kind: string, like: Thing, role: Role): Promise<Thing> {
    const hidden = like.label.startsWith('hidden');
    const id = await this.anew(kind, hidden, role);
    return typeof id === 'number' ? { ...like, id } : { ...like, ...id };
  }

  private anew(kind: string, hidden: boolean, role: Role): Promise<number | Thing> {
    switch (kind) {
      case 'store':
        return this.store('vendor', hidden);
      case 'product':
        return this.product(hidden);
      case 'cart item':
        return this.inCart(role);
      case 'order':
      case 'order to cancel':
        return this.order('buyer');
      case 'review':
        return this.review(hidden);
      case 'session':
        return this.session(role);
      case 'API key':
        return this.keyRow(role).then(({ id }) => id);
      case 'account':
        return this.make.buyer().then(({ user }) => user.id);
      default:
        throw new Error(`Another ${kind} is needed; say in test/isolation/world.ts how it is made.`);
    }
  }

  /** For `Authorization: Bearer`. */
  async apiKey(role: Role, scopes: string[]): Promise<string> {
    return (await this.keyRow(role, scopes)).key;
  }

  private async cast(): Promise<void> {
    for (const [role, userType] of Object.entries(CAST) as [Role, 'buyer' | 'vendor'][]) {
      const address = `Home of the ${role}, 1 Street`;
      this.secrets.set(address, [role, 'staff']);
      const person = await this.make.user(userType, { address });
      this.people[role] = person;
    }
    const { id } = this.people.staff.user;
    await this.test.app.get(Database).repository(User).update({ id }, { isStaff: true });
  }

  private async furnish(): Promise<void> {
    this.listedStore = await this.store('vendor', false);
    this.hiddenStore = await this.store('vendor', true);
    this.otherStore = await this.store('other vendor', false);
    this.stores.set('vendor', this.listedStore);
    this.stores.set('other vendor', this.otherStore);
    this.stores.set('author', await this.store('author', false));
    this.things.set('store', [this.listedStore, this.hiddenStore]);
    this.goods = await this.make.product(this.people['other vendor'], {
      storeId: this.otherStore.id,
      stockQuantity: 100_000,
    });
    const foreign = await this.image(this.people['other vendor'].client, this.goods.id);
    this.things.set('foreign image', [{ ...this.missing, id: foreign }]);
    this.things.set('foreign import', [{ ...this.missing, id: this.otherStore.children?.import ?? 0 }]);

    const listed = await this.product(false);
    const hidden = await this.product(true);
    this.things.set('product', [listed, hidden]);
    await this.order('buyer', listed);
    const orderId = await this.order('buyer');
    listed.boughtBy = ['buyer'];

    const { client } = this.people['other buyer'];
    created(await client.post<CartDto>('/cart/items', { productId: this.goods.id }));
    this.otherPart = (await this.make.order(client)).parts[0]?.id ?? 0;

    const vendorId = this.people.vendor.user.id;
    const vendor: Thing = { id: vendorId, label: 'vendor', owners: [], seenBy: 'everyone' };
    const noVendor = { ...this.missing, id: this.people.buyer.user.id, label: 'a buyer' };
    this.things.set('vendor', [vendor, noVendor]);

    const sides = ['buyer', 'vendor'];
    const order = { id: orderId, label: 'order', owners: sides, seenBy: [...sides, 'staff'] };
    this.things.set('order', [{ ...order, owners: ['vendor'] }]);
    this.things.set('order to cancel', [order]);

    const item = (id: number, role: Role): Thing => ({
      id,
      label: `cart item of ${role}`,
      owners: [role],
      seenBy: [role],
    });
    this.things.set('cart item', [
      item(await this.inCart('buyer'), 'buyer'),
      item(await this.inCart('other vendor'), 'other vendor'),
    ]);

    const account = await this.make.buyer();
    const ofBuyer = { owners: ['buyer'], seenBy: ['buyer'] };
    this.things.set('session', [{ id: await this.session('buyer'), label: 'session', ...ofBuyer }]);
    this.things.set('API key', [{ id: (await this.keyRow('buyer')).id, label: 'API key', ...ofBuyer }]);
    this.things.set('account', [{ id: account.user.id, label: 'account', owners: [], seenBy: ['staff'] }]);

    const review = { id: await this.review(false), label: 'review', owners: ['author'], seenBy: 'everyone' };
    const veiled = {
      id: await this.review(true),
      label: 'hidden review',
      owners: ['author'],
      seenBy: ['author', 'vendor', 'staff'],
    };
    const reviews = [review, veiled] as Thing[];
    this.things.set('review', reviews);
    this.things.set(
      'review to answer',
      reviews.map((thing) => ({ ...thing, owners: ['vendor'] })),
    );
  }

  private async store(role: Role, hidden: boolean): Promise<Thing> {
    const person = this.people[role];
    const label = `${hidden ? 'hidden' : 'listed'} store of ${role}`;
    const change = hidden ? { isActive: false, name: label } : {};
    const { id } = await this.make.store(person, change);
    const csv = Buffer.from('Handle,Title,Body (HTML),Variant Price\ncup,Cup,A cup,8.00\n');
    const fileName = `secret list of ${role}.csv`;
    this.secrets.set(fileName, [role]);
    const file = { name: fileName, type: 'text/csv', bytes: csv };
    const job = await person.client.upload<ImportDto>('POST', `/stores/${id}/imports`, file, {
      dryRun: 'true',
    });
    if (hidden) this.secrets.set(label, [role, 'staff']);
    return {
      id,
      label,
      owners: [role],
      seenBy: hidden ? [role, 'staff'] : 'everyone',
      children: { import: job.body.id },
    };
  }

  /** Digital, with a file and a picture, of the vendor. */
  private async product(hidden: boolean): Promise<Thing> {
    const { vendor } = this.people;
    const label = `${hidden ? 'hidden' : 'listed'} product`;
    const { id } = await this.make.product(vendor, {
      storeId: this.listedStore.id,
      name: label,
      stockQuantity: 1000,
      digital: true,
      isActive: !hidden,
    });
    const name = 'secret of the vendor.txt';
    this.secrets.set(name, ['vendor']);
    const file = { name, type: 'text/plain', bytes: Buffer.from('text') };
    await vendor.client.upload<DigitalFileDto>('PUT', `/products/${id}/file`, file);
    if (hidden) this.secrets.set(label, ['vendor', 'staff']);
    return {
      id,
      label,
      owners: ['vendor'],
      seenBy: hidden ? ['vendor', 'staff'] : 'everyone',
      children: { image: await this.image(vendor.client, id) },
    };
  }

  private async image(client: Client, productId: number): Promise<number> {
    const file = { name: 'pixel.png', type: 'image/png', bytes: PICTURE };
    return created(await client.upload<ImageDto>('POST', `/products/${productId}/images`, file)).id;
  }

  private async session(role: Role): Promise<number> {
    const { user } = this.people[role];
    return (await this.test.app.get(SessionsService).open(user.id, 'A device')).sessionId;
  }

  private async keyRow(role: Role, scopes = ['read']): Promise<NewApiKeyDto> {
    return created(await this.people[role].client.post<NewApiKeyDto>('/auth/keys', { name: 'Key', scopes }));
  }

  private async inCart(role: Role): Promise<number> {
    const input = { productId: this.goods.id };
    const cart = created(await this.people[role].client.post<CartDto>('/cart/items', input));
    const line = cart.items.find(({ product }) => product.id === this.goods.id);
    if (!line) throw new Error('What was put into the cart is not there.');
    return line.id;
  }

  /** Paid; of the thing given, or of a parcel that waits to be sent. */
  private async order(role: Role, product?: Thing): Promise<number> {
    const { client } = this.people[role];
    const parcel = { storeId: this.listedStore.id };
    const { id: productId } = product ?? (await this.make.product(this.people.vendor, parcel));
    await client.delete('/cart');
    created(await client.post<CartDto>('/cart/items', { productId }));
    const email = 'bought-in-secret@example.com';
    this.secrets.set(email, ['buyer', 'vendor', 'staff']);
    return (await this.make.order(client, { email })).id;
  }

  /** By the author, of a product of its own. */
  private async review(hidden: boolean): Promise<number> {
    const { author, vendor } = this.people;
    const product = await this.product(false);
    const input = { rating: 5, comment: hidden ? 'Hidden praise.' : 'Praise.' };
    const url = `/products/${product.id}/reviews`;
    const { id } = created(await author.client.post<ReviewDto>(url, input));
    if (hidden) {
      this.secrets.set('Hidden praise.', ['author', 'vendor', 'staff']);
      await vendor.client.patch(`/products/${product.id}`, { isActive: false });
    }
    return id;
  }
}
