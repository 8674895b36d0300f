import { randomUUID } from 'node:crypto';
import type { AddressDto } from '@souk/contracts/addresses.dto';
import type { NewApiKeyDto } from '@souk/contracts/api-keys.dto';
import type { CartDto } from '@souk/contracts/cart.dto';
import type { CategoryRef } from '@souk/contracts/categories.dto';
import type { CouponDto } from '@souk/contracts/coupons.dto';
import type { ImportDto } from '@souk/contracts/imports.dto';
import type { NotificationPage } from '@souk/contracts/notifications.dto';
import type { OrderDto } from '@souk/contracts/orders.dto';
import type { DigitalFileDto, ImageDto } from '@souk/contracts/product-media.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { ReviewDto } from '@souk/contracts/reviews.dto';
import type { NewWebhookDto } from '@souk/contracts/webhooks.dto';
import type { WishDto } from '@souk/contracts/wishlist.dto';
import { NotificationsService } from '../../src/domains/notifications/notifications.service';
import { Payout } from '../../src/domains/ledger/payout.entity';
import { SocialPost } from '../../src/domains/social/social-post.entity';
import { Delivery } from '../../src/domains/webhooks/delivery.entity';
import { WebhookEvent } from '../../src/domains/webhooks/webhook-event.entity';
import { Database } from '../../src/platform/database/database';
import { OutboxEntry } from '../../src/platform/events/outbox-entry.entity';
import { SessionsService } from '../../src/domains/auth/sessions.service';
import type { TestApp } from '../app';
import type { Client } from '../client';
import { created, orderInput, type Factory, type Person } from '../factories';
import type { Thing } from './rules';

/** One dark pixel. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** Who takes part. `author` is a vendor, who may review what others sell. */
export const CAST = {
  buyer: 'buyer',
  'other buyer': 'buyer',
  vendor: 'vendor',
  'other vendor': 'vendor',
  author: 'vendor',
  staff: 'buyer',
} as const;
export type Role = keyof typeof CAST;

/** Makes what people of the world have, and notes which of its texts are secret. */
export class Makers {
  readonly people = {} as Record<Role, Person>;
  /** Texts that only some may ever read: text → roles. */
  readonly secrets = new Map<string, string[]>();
  /** Of the vendor; where products are made. */
  listedStore: Thing;
  /** A listed product of the other vendor, never touched: for carts. */
  goods: ProductDto;

  constructor(
    private readonly test: TestApp,
    private readonly make: Factory,
  ) {}

  /** Gone for all but its vendor, and for them too but for its money. */
  async closedStore(role: Role): Promise<Thing> {
    const { id } = await this.make.store(this.people[role]);
    await this.people[role].client.delete(`/stores/${id}`);
    const month = new Date().toISOString().slice(0, 7);
    return { id, label: `closed store of ${role}`, owners: [role], seenBy: [role], children: { month } };
  }

  async store(role: Role, hidden: boolean): Promise<Thing> {
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
    const code = `SECRET-${id}`;
    this.secrets.set(code, [role]);
    const coupon = await person.client.post<CouponDto>(`/stores/${id}/coupons`, { code, percentOff: 10 });
    if (hidden) this.secrets.set(label, [role, 'staff']);
    return {
      id,
      label,
      owners: [role],
      seenBy: hidden ? [role, 'staff'] : 'everyone',
      children: {
        import: job.body.id,
        coupon: created(coupon).id,
        month: new Date().toISOString().slice(0, 7),
      },
    };
  }

  /** Digital, with a file and a picture, of the vendor; the buyer buys one. */
  async product(hidden: boolean): Promise<Thing> {
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
    this.secrets.set(name, ['vendor', 'buyer']);
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

  async image(client: Client, productId: number): Promise<number> {
    const file = { name: 'pixel.png', type: 'image/png', bytes: PICTURE };
    return created(await client.upload<ImageDto>('POST', `/products/${productId}/images`, file)).id;
  }

  async session(role: Role): Promise<number> {
    const { user } = this.people[role];
    return (await this.test.app.get(SessionsService).open(user.id, 'A device')).sessionId;
  }

  async keyRow(role: Role, scopes = ['read']): Promise<NewApiKeyDto> {
    return created(await this.people[role].client.post<NewApiKeyDto>('/auth/keys', { name: 'Key', scopes }));
  }

  async address(role: Role): Promise<number> {
    const city = `Secret city of ${role}`;
    this.secrets.set(city, [role]);
    const input = { ...orderInput.shippingAddress, city };
    return created(await this.people[role].client.post<AddressDto>('/addresses', input)).id;
  }

  /** Known by its product. */
  async wish(role: Role): Promise<number> {
    const { id: productId } = await this.product(false);
    created(await this.people[role].client.post<WishDto>('/wish-list', { productId }));
    return productId;
  }

  /** Off, with a delivery. */
  async webhook(role: Role): Promise<Thing> {
    const url = `https://example.com/secret-of-${role.replace(' ', '-')}`;
    this.secrets.set(url, [role]);
    const { client, user } = this.people[role];
    const { id } = created(await client.post<NewWebhookDto>('/webhooks', { url, active: false }));
    const database = this.test.app.get(Database);
    const [createdAt, userId] = [new Date(), user.id];
    const event = await database.repository(WebhookEvent).save({
      ...{ userId, cause: randomUUID(), type: 'store.opened' as const, data: '{}', createdAt },
    });
    const delivery = await database.repository(Delivery).save({
      ...{ eventId: event.id, endpointId: id, status: 'delivered' as const, createdAt },
    });
    return { id, label: 'webhook', owners: [role], seenBy: [role], children: { delivery: delivery.id } };
  }

  async notification(role: Role): Promise<number> {
    const userId = this.people[role].user.id;
    const orderNumber = `SECRET-OF-${role}`;
    this.secrets.set(orderNumber, [role]);
    const data = { orderId: 1, orderNumber };
    await this.test.app.get(NotificationsService).tell(0, { userId, kind: 'order_unpaid', data });
    const { body } = await this.people[role].client.get<NotificationPage>('/notifications');
    return body.items[0]?.id ?? 0;
  }

  async inCart(role: Role): Promise<number> {
    const input = { productId: this.goods.id };
    const cart = created(await this.people[role].client.post<CartDto>('/cart/items', input));
    const line = cart.items.find(({ product }) => product.id === this.goods.id);
    if (!line) throw new Error('What was put into the cart is not there.');
    return line.id;
  }

  /** Paid; of the thing given, or of a parcel that waits to be sent. */
  async order(role: Role, product?: Thing): Promise<number> {
    const { client } = this.people[role];
    const parcel = { storeId: this.listedStore.id };
    const { id: productId } = product ?? (await this.make.product(this.people.vendor, parcel));
    await client.delete('/cart');
    created(await client.post<CartDto>('/cart/items', { productId }));
    const email = 'bought-in-secret@example.com';
    this.secrets.set(email, ['buyer', 'vendor', 'staff']);
    return (await this.make.order(client, { email })).id;
  }

  /** With the secret of its link. */
  async guestOrder(): Promise<Thing> {
    const { id, accessToken } = await this.make.order(await this.make.guest(this.goods));
    const children = { token: accessToken ?? '' };
    return { id, label: "guest's order", owners: [], seenBy: 'everyone', children };
  }

  /** The buyer has asked for it; the order is delivered. */
  async return(): Promise<Thing> {
    const { buyer, vendor } = this.people;
    const id = await this.order('buyer');
    for (const status of ['shipped', 'delivered']) await vendor.client.put(`/orders/${id}`, { status });
    const [part, itemId] = [await this.partOf('buyer', id), await this.itemOf('buyer', id)];
    const seenBy = ['buyer', 'vendor', 'staff'];
    const note = 'A secret scratch.';
    this.secrets.set(note, seenBy);
    const input = { lines: [{ itemId, quantity: 1 }], reason: 'damaged', note };
    const { parts } = created(
      await buyer.client.post<OrderDto>(`/orders/${id}/parts/${part}/returns`, input),
    );
    const children = { part, return: parts[0]?.returns[0]?.id ?? 0 };
    return { id, label: 'return', owners: ['buyer'], seenBy, children };
  }

  async cancelledOrder(role: Role): Promise<number> {
    const orderId = await this.order(role);
    await this.people[role].client.post(`/orders/${orderId}/cancel`, {});
    return orderId;
  }

  /** The first one. */
  async itemOf(role: Role, orderId: number): Promise<number> {
    const { body } = await this.people[role].client.get<OrderDto>(`/orders/${orderId}`);
    return body.items[0]?.id ?? 0;
  }

  /** The first one. */
  async partOf(role: Role, orderId: number): Promise<number> {
    const { body } = await this.people[role].client.get<OrderDto>(`/orders/${orderId}`);
    return body.parts[0]?.id ?? 0;
  }

  async category(): Promise<number> {
    const name = `Category ${randomUUID().slice(0, 8)}`;
    return created(await this.people.staff.client.post<CategoryRef>('/admin/categories', { name })).id;
  }

  /** Waits for its confirmation; nothing was sold for it. */
  async payout(storeId: number): Promise<number> {
    const { id } = await this.test.app
      .get(Database)
      .repository(Payout)
      .save({
        ...{ storeId, amount: 100, currency: 'USD', method: 'manual', account: null, status: 'pending' },
        ...{ reference: null, failure: null, requestedAt: new Date(), finishedAt: null },
      });
    return id;
  }

  /** Given up, by a handler that nobody has. */
  async deadLetter(): Promise<number> {
    const now = new Date();
    const { id } = await this.test.app
      .get(Database)
      .repository(OutboxEntry)
      .save({
        ...{ type: 'OrderPlaced', handler: 'nobody', payload: '{"orderId":1}', attempts: 34 },
        ...{ createdAt: now, runAt: now, doneAt: now, deadAt: now, lastError: 'Error: no' },
      });
    return id;
  }

  /** Waits; there is no such product, so it waits for ever. */
  async post(storeId: number): Promise<number> {
    const [createdAt, runAt] = [new Date(), new Date(Date.now() + 3600_000)];
    const { id } = await this.test.app
      .get(Database)
      .repository(SocialPost)
      .save({
        ...{ subject: 'product', subjectId: 2_000_000_000, storeId, status: 'waiting', text: 'News!' },
        ...{ createdAt, runAt },
      });
    return id;
  }

  /** By the author, of a product of its own. */
  async review(hidden: boolean): Promise<number> {
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
