import { setTimeout as wait } from 'node:timers/promises';
import { createSoukClient, type Schema } from '@souk/api-client';
import type { TestToken } from '@souk/contracts';
import { emailOf, PASSWORD } from './accounts';
import { picture } from './picture';

/** What a journey finds in place when it begins; made through the API, because it is not what is looked at. */
export class Person {
  private constructor(
    readonly username: string,
    private readonly client: ReturnType<typeof createSoukClient>,
  ) {}

  static async register(url: string, username: string, userType: 'buyer' | 'vendor'): Promise<Person> {
    let token = '';
    const client = createSoukClient({
      baseUrl: url,
      fetch: (request) => {
        if (token) request.headers.set('authorization', `Bearer ${token}`);
        return fetch(request);
      },
    });
    const body = { username, email: emailOf(username), password: PASSWORD, userType };
    token = data(await client.POST('/api/auth/register', { body })).accessToken;
    return new Person(username, client);
  }

  /** Nobody with an account: what is put into the cart is found again by its token. */
  static guest(url: string): Person {
    let cart = '';
    const client = createSoukClient({
      baseUrl: url,
      fetch: async (request) => {
        if (cart) request.headers.set('x-cart-token', cart);
        const response = await fetch(request);
        if (!cart) cart = ((await response.clone().json()) as Schema<'CartDto'>).token ?? '';
        return response;
      },
    });
    return new Person('guest', client);
  }

  /** Ships for 4.90. */
  async openStore(name: string): Promise<Schema<'StoreDto'>> {
    const body = { name, description: `Goods of ${name}.`, shippingFee: '4.90' };
    return data(await this.client.POST('/api/stores', { body }));
  }

  /** Ten on hand at 28.00 unless the change says more. */
  async offer(
    storeId: number,
    name: string,
    change: Partial<Schema<'ProductInput'>> = {},
  ): Promise<Schema<'ProductDto'>> {
    const figures = change.variants ? {} : { price: '28.00', stockQuantity: 10 };
    const body = { storeId, name, description: `${name}, made by hand.`, ...figures, ...change };
    return data(await this.client.POST('/api/products', { body }));
  }

  async change(id: number, body: Schema<'ProductPatch'>): Promise<void> {
    data(await this.client.PATCH('/api/products/{id}', { params: { path: { id } }, body }));
  }

  /** With a picture; answers when that is there in all its formats. */
  async illustrate(id: number): Promise<void> {
    const { buffer, mimeType } = await picture('front.png', '#2f6f6a');
    const bodySerializer = () => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(buffer)], { type: mimeType }), 'front.png');
      return form;
    };
    const params = { path: { id } };
    data(await this.client.POST('/api/products/{id}/images', { params, body: { file: '' }, bodySerializer }));
    for (let sources = 0; sources === 0; await wait(50)) {
      const product = data(await this.client.GET('/api/products/{id}', { params }));
      sources = product.images[0]?.sources.length ?? 0;
    }
  }

  /** Ids of the top categories, each followed by what is below it. */
  async categories(): Promise<number[]> {
    const ids = (tree: Schema<'CategoryDto'>[]): number[] =>
      tree.flatMap(({ id, children }) => [id, ...ids(children)]);
    return ids(data(await this.client.GET('/api/categories')).items);
  }

  async importCsv(storeId: number, csv: string): Promise<void> {
    const bodySerializer = ({ file }: { file: string }) => {
      const form = new FormData();
      form.append('file', new Blob([file], { type: 'text/csv' }), 'goods.csv');
      return form;
    };
    const params = { path: { id: storeId } };
    data(await this.client.POST('/api/stores/{id}/imports', { params, body: { file: csv }, bodySerializer }));
  }

  /** Resolves when the store's newest import has taken its first rows. */
  async importTakesRows(storeId: number): Promise<void> {
    const params = { path: { id: storeId }, query: { limit: 1 } };
    for (;;) {
      const { items } = data(await this.client.GET('/api/stores/{id}/imports', { params }));
      if (items[0] && items[0].rowsDone > 0 && items[0].status === 'running') return;
      if (items[0]?.status === 'done') throw new Error('The import was over before anybody saw it run.');
    }
  }

  /** All that the store sells, field by field. */
  async exportCsv(storeId: number): Promise<string> {
    const params = { path: { id: storeId } };
    return data(await this.client.GET('/api/stores/{id}/products.csv', { params, parseAs: 'text' }));
  }

  async wishFor(productId: number): Promise<void> {
    data(await this.client.POST('/api/wish-list', { body: { productId } }));
  }

  async putInCart(productId: number, variantId?: number): Promise<void> {
    data(await this.client.POST('/api/cart/items', { body: { productId, variantId } }));
  }

  /** What is in the cart, paid at once unless the token says otherwise. */
  async order(token: TestToken = 'tok_ok'): Promise<Schema<'OrderDto'>> {
    const email = emailOf(this.username);
    const body = { email, shippingAddress: ADDRESS, payment: { method: 'test', token } };
    return data(await this.client.POST('/api/orders', { body }));
  }

  async offerCoupon(storeId: number, body: Schema<'CouponInput'>): Promise<void> {
    data(await this.client.POST('/api/stores/{id}/coupons', { params: { path: { id: storeId } }, body }));
  }

  async enterCode(code: string): Promise<void> {
    data(await this.client.PUT('/api/cart/coupon', { body: { code } }));
  }

  async move(orderId: number, status: 'shipped' | 'delivered'): Promise<void> {
    data(await this.client.PUT('/api/orders/{id}', { params: { path: { id: orderId } }, body: { status } }));
  }

  /** Nobody answers there. */
  async addWebhook(): Promise<void> {
    const body = { url: 'http://127.0.0.1:9/', description: 'Warehouse' };
    data(await this.client.POST('/api/webhooks', { body }));
  }

  /** Resolves when the marketplace has switched it off. */
  async webhookIsOff(id: number): Promise<void> {
    const params = { path: { id } };
    while (data(await this.client.GET('/api/webhooks/{id}', { params })).active) await wait(50);
  }

  async askForPayout(storeId: number): Promise<void> {
    const params = { path: { id: storeId } };
    const body = { account: 'DE89 3704 0044 0532 0130 00', currentPassword: PASSWORD };
    data(await this.client.PUT('/api/stores/{id}/payout-account', { params, body }));
    data(await this.client.POST('/api/stores/{id}/payouts', { params }));
  }

  async review(productId: number, rating: number, comment: string): Promise<Schema<'ReviewDto'>> {
    const params = { path: { id: productId } };
    return data(await this.client.POST('/api/products/{id}/reviews', { params, body: { rating, comment } }));
  }

  async reply(reviewId: number, text: string): Promise<void> {
    data(
      await this.client.PUT('/api/reviews/{id}/reply', {
        params: { path: { id: reviewId } },
        body: { text },
      }),
    );
  }
}

const ADDRESS = {
  name: 'Ada Byron',
  address: '12 Dock Lane',
  city: 'Porto',
  zipcode: '4000-001',
  country: 'PT',
};

function data<Answer>({ data, error }: { data?: Answer; error?: unknown }): Answer {
  if (data === undefined) throw new Error(`The arrangement failed: ${JSON.stringify(error)}`);
  return data;
}
