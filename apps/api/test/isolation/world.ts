import type { CartDto } from '@souk/contracts/cart.dto';
import { User } from '../../src/domains/users/user.entity';
import { Database } from '../../src/platform/database/database';
import type { TestApp } from '../app';
import { Factory, created } from '../factories';
import { Contents } from './contents';
import { CAST, Makers, type Role } from './makers';
import type { Asker, Thing } from './rules';

export type { Role } from './makers';

const MISSING = 2_000_000_000;

/** A small marketplace in which everybody has something that others must not touch. */
export class World {
  /** Kind → what there is of it, first what everybody may see. */
  readonly things = new Map<string, Thing[]>();
  readonly contents: Contents;
  hiddenStore: Thing;
  otherStore: Thing;
  /** A listed store of each vendor. */
  readonly stores = new Map<Role, Thing>();
  /** Nothing is done to it; others are moved below it. */
  upperCategory: Thing;
  /** Of an order of the other buyer at the other vendor's. */
  otherPart: number;

  private constructor(
    readonly test: TestApp,
    private readonly make: Factory,
    private readonly makers: Makers,
  ) {
    this.contents = new Contents(test);
  }

  static async build(test: TestApp): Promise<World> {
    const make = new Factory(test.client);
    const world = new World(test, make, new Makers(test, make));
    await world.cast();
    await world.furnish();
    await test.settled();
    return world;
  }

  get people() {
    return this.makers.people;
  }

  get secrets() {
    return this.makers.secrets;
  }

  get listedStore() {
    return this.makers.listedStore;
  }

  get goods() {
    return this.makers.goods;
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
        return this.makers.store('vendor', hidden);
      case 'product':
        return this.makers.product(hidden);
      case 'cart item':
        return this.makers.inCart(role);
      case 'order':
      case 'order to cancel':
        return this.makers.order('buyer');
      case 'return to withdraw':
      case 'return to answer':
        return this.makers.return();
      case 'order to claim':
        return this.makers.guestOrder();
      case 'review':
        return this.makers.review(hidden);
      case 'session':
        return this.makers.session(role);
      case 'address':
        return this.makers.address(role);
      case 'wish':
        return this.makers.wish(role);
      case 'webhook':
        return this.makers.webhook(role);
      case 'API key':
        return this.makers.keyRow(role).then(({ id }) => id);
      case 'category':
        return this.makers.category();
      case 'payout':
        return this.makers.payout(this.listedStore.id);
      case 'account':
        return this.make.buyer().then(({ user }) => user.id);
      default:
        throw new Error(`Another ${kind} is needed; say in test/isolation/makers.ts how it is made.`);
    }
  }

  /** For `Authorization: Bearer`. */
  async apiKey(role: Role, scopes: string[]): Promise<string> {
    return (await this.makers.keyRow(role, scopes)).key;
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
    this.makers.listedStore = await this.makers.store('vendor', false);
    this.hiddenStore = await this.makers.store('vendor', true);
    this.otherStore = await this.makers.store('other vendor', false);
    this.stores.set('vendor', this.listedStore);
    this.stores.set('other vendor', this.otherStore);
    this.stores.set('author', await this.makers.store('author', false));
    this.things.set('store', [this.listedStore, this.hiddenStore]);
    const closed = await this.makers.closedStore('vendor');
    this.things.set('store with money', [this.listedStore, this.hiddenStore, closed]);
    this.makers.goods = await this.make.product(this.people['other vendor'], {
      storeId: this.otherStore.id,
      stockQuantity: 100_000,
    });
    const foreign = await this.makers.image(this.people['other vendor'].client, this.goods.id);
    this.things.set('foreign image', [{ ...this.missing, id: foreign }]);
    const idOf = (child: string) => Number(this.otherStore.children?.[child]);
    this.things.set('foreign coupon', [{ ...this.missing, id: idOf('coupon') }]);
    this.things.set('foreign import', [{ ...this.missing, id: idOf('import') }]);

    const listed = await this.makers.product(false);
    const hidden = await this.makers.product(true);
    this.things.set('product', [listed, hidden]);
    const bought = await this.makers.order('buyer', listed);
    const orderId = await this.makers.order('buyer');
    listed.boughtBy = ['buyer'];

    const { client } = this.people['other buyer'];
    created(await client.post<CartDto>('/cart/items', { productId: this.goods.id }));
    const { parts, items } = await this.make.order(client);
    this.otherPart = parts[0]?.id ?? 0;
    this.things.set('foreign item', [{ ...this.missing, id: items[0]?.id ?? 0 }]);

    const vendorId = this.people.vendor.user.id;
    const vendor: Thing = { id: vendorId, label: 'vendor', owners: [], seenBy: 'everyone' };
    const noVendor = { ...this.missing, id: this.people.buyer.user.id, label: 'a buyer' };
    this.things.set('vendor', [vendor, noVendor]);

    const sides = ['buyer', 'vendor'];
    const order = { id: orderId, label: 'order', owners: sides, seenBy: [...sides, 'staff'] };
    this.things.set('order', [{ ...order, owners: ['vendor'] }]);
    this.things.set('order to cancel', [order]);
    this.things.set('order to repeat', [{ ...order, owners: ['buyer'] }]);
    this.things.set('order to pay', [{ ...order, owners: ['buyer'] }]);
    const part = await this.makers.partOf('buyer', orderId);
    this.things.set('order to refund', [{ ...order, owners: ['vendor'], children: { part } }]);
    const returned = await this.makers.return();
    this.things.set('return to withdraw', [returned]);
    this.things.set('return to answer', [{ ...returned, owners: ['vendor'] }]);
    this.things.set('delivered order', [returned]);
    this.things.set('order to claim', [await this.makers.guestOrder()]);
    this.things.set('order with a credit note', [
      { ...order, id: await this.makers.cancelledOrder('buyer') },
    ]);
    const file = await this.makers.itemOf('buyer', bought);
    this.things.set('bought file', [{ ...order, id: bought, owners: ['buyer'], children: { item: file } }]);

    const item = (id: number, role: Role): Thing => ({
      id,
      label: `cart item of ${role}`,
      owners: [role],
      seenBy: [role],
    });
    this.things.set('cart item', [
      item(await this.makers.inCart('buyer'), 'buyer'),
      item(await this.makers.inCart('other vendor'), 'other vendor'),
    ]);

    const account = await this.make.buyer();
    const ofBuyer = { owners: ['buyer'], seenBy: ['buyer'] };
    this.things.set('session', [{ id: await this.makers.session('buyer'), label: 'session', ...ofBuyer }]);
    this.things.set('address', [{ id: await this.makers.address('buyer'), label: 'address', ...ofBuyer }]);
    this.things.set('wish', [{ id: await this.makers.wish('buyer'), label: 'wish', ...ofBuyer }]);
    this.things.set('webhook', [await this.makers.webhook('buyer')]);
    const { children } = await this.makers.webhook('other vendor');
    this.things.set('foreign delivery', [{ ...this.missing, id: Number(children?.delivery) }]);
    const delivery = { id: Number(children?.delivery), label: 'delivery' };
    this.things.set('delivery', [{ ...delivery, owners: [], seenBy: ['staff'] }]);
    const news = await this.makers.notification('buyer');
    this.things.set('notification', [{ id: news, label: 'notification', ...ofBuyer }]);
    this.things.set('API key', [
      { id: (await this.makers.keyRow('buyer')).id, label: 'API key', ...ofBuyer },
    ]);
    this.things.set('account', [{ id: account.user.id, label: 'account', owners: [], seenBy: ['staff'] }]);

    const payout = { id: await this.makers.payout(this.listedStore.id), label: 'payout' };
    this.things.set('payout', [{ ...payout, owners: [], seenBy: ['staff'] }]);

    const job = { id: await this.makers.deadLetter(), label: 'job' };
    this.things.set('job', [{ ...job, owners: [], seenBy: ['staff'] }]);
    const post = { id: await this.makers.post(this.listedStore.id), label: 'post' };
    this.things.set('post', [{ ...post, owners: [], seenBy: ['staff'] }]);

    const category = async (label: string): Promise<Thing> => ({
      id: await this.makers.category(),
      label,
      owners: ['staff'],
      seenBy: 'everyone',
    });
    this.upperCategory = await category('upper category');
    this.things.set('category', [await category('category')]);

    const review = {
      id: await this.makers.review(false),
      label: 'review',
      owners: ['author'],
      seenBy: 'everyone',
    };
    const veiled = {
      id: await this.makers.review(true),
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
}
