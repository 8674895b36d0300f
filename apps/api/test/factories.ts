import { randomUUID } from 'node:crypto';
import type { UserType } from '@souk/contracts';
import type { ProfileDto, TokenResponse } from '@souk/contracts/auth.dto';
import type { CartDto } from '@souk/contracts/cart.dto';
import type { OrderDto, OrderInput } from '@souk/contracts/orders.dto';
import type { ProductDto, ProductInput } from '@souk/contracts/products.dto';
import type { StoreDto, StoreInput } from '@souk/contracts/stores.dto';
import type { Client } from './client';

export interface Person {
  client: Client;
  tokens: TokenResponse & { refreshToken: string };
  user: ProfileDto;
  password: string;
}

const unique = () => randomUUID().slice(0, 8);

/** Makes what a test needs through the API, missing parents included. */
export class Factory {
  constructor(private readonly anonymous: Client) {}

  async user(userType: UserType, change: object = {}): Promise<Person> {
    const name = `${userType}-${unique()}`;
    const password = 'correct horse battery';
    const input = { username: name, email: `${name}@example.com`, password, userType, ...change };
    const { body, status } = await this.anonymous.post<Person['tokens']>('/auth/register', input);
    if (status !== 201) throw new Error(`Registration failed: ${JSON.stringify(body)}`);
    return { client: this.anonymous.as(body), tokens: body, user: body.user, password };
  }

  buyer = () => this.user('buyer');
  vendor = () => this.user('vendor');

  async store(vendor: Person, change: Partial<StoreInput> = {}): Promise<StoreDto> {
    const input = { name: `Store ${unique()}`, description: 'Things made by hand.', ...change };
    return created(await vendor.client.post<StoreDto>('/stores', input));
  }

  /** In a store of its own unless `storeId` is given. One variant, price 10.00, stock 5, unless the change says more. */
  async product(vendor: Person, change: Partial<ProductInput> = {}): Promise<ProductDto> {
    const storeId = change.storeId ?? (await this.store(vendor)).id;
    const input = { name: `Product ${unique()}`, description: 'Made by hand.', ...change, storeId };
    const single = change.variants ? {} : { price: '10.00', stockQuantity: 5 };
    return created(await vendor.client.post<ProductDto>('/products', { ...single, ...input }));
  }

  /** A guest who has put this into a cart; the client carries its secret. */
  async guest({ id: productId }: ProductDto, quantity = 1): Promise<Client> {
    const { token } = created(await this.anonymous.post<CartDto>('/cart/items', { productId, quantity }));
    return this.anonymous.with({ 'x-cart-token': token ?? '' });
  }

  /** Of what is in the client's cart; paid unless said otherwise. */
  async order(client: Client, change: Partial<OrderInput> = {}): Promise<OrderDto> {
    return created(await client.post<OrderDto>('/orders', { ...orderInput, ...change }));
  }
}

/** Good for any cart, whoever orders. */
export const orderInput = {
  email: 'jo@example.com',
  shippingAddress: {
    name: 'Jo Rivers',
    address: '12 Harbour Street',
    city: 'Portland',
    state: 'OR',
    zipcode: '97201',
    country: 'US',
  },
  payment: { method: 'test', token: 'tok_ok' },
};

export function created<T>({ status, body }: { status: number; body: T }): T {
  if (status !== 201) throw new Error(`Expected 201, got ${status}: ${JSON.stringify(body)}`);
  return body;
}
