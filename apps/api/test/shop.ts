import type { CartDto } from '@souk/contracts/cart.dto';
import type { OrderDto } from '@souk/contracts/orders.dto';
import type { ProductDto, ProductInput } from '@souk/contracts/products.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import type { TestApp } from './app';
import type { Answer, Client } from './client';
import { Factory, orderInput, type Person } from './factories';

/** A vendor with one store, and what its buyers do. */
export class Shop {
  private constructor(
    readonly make: Factory,
    readonly vendor: Person,
    /** Ships for 4.90, from 50.00 on for nothing. */
    readonly store: StoreDto,
  ) {}

  static async open({ client }: TestApp): Promise<Shop> {
    const make = new Factory(client);
    const vendor = await make.vendor();
    return new Shop(
      make,
      vendor,
      await make.store(vendor, { shippingFee: '4.90', freeShippingOver: '50.00' }),
    );
  }

  /** Ten on hand at 10.00 unless the change says more. */
  product(change: Partial<ProductInput> = {}): Promise<ProductDto> {
    return this.make.product(this.vendor, {
      storeId: this.store.id,
      ...(change.variants ? {} : { stockQuantity: 10 }),
      ...change,
    });
  }

  put(client: Client, { id }: ProductDto, quantity = 1): Promise<Answer<CartDto>> {
    return client.post<CartDto>('/cart/items', { productId: id, quantity });
  }

  async cartOf(client: Client): Promise<CartDto> {
    return (await client.get<CartDto>('/cart')).body;
  }

  change({ id }: ProductDto, fields: object): Promise<Answer<unknown>> {
    return this.vendor.client.patch(`/products/${id}`, fields);
  }

  async stockOf({ id }: ProductDto): Promise<number> {
    return (await this.vendor.client.get<ProductDto>(`/products/${id}`)).body.stockQuantity;
  }

  place(client: Client, change: object = {}): Promise<Answer<OrderDto>> {
    return client.post<OrderDto>('/orders', { ...orderInput, ...change });
  }

  /** The buyer answers the bank, after `tok_confirm`. */
  async confirm(client: Client, { id, paymentAction, accessToken }: OrderDto): Promise<OrderDto> {
    const clientSecret = paymentAction?.clientSecret;
    await client.post('/payments/test/confirmations', { clientSecret, confirmed: true });
    const query = accessToken === null ? '' : `?token=${accessToken}`;
    return (await client.post<OrderDto>(`/orders/${id}/check-payment${query}`)).body;
  }
}

export const payWith = (token: string) => ({ payment: { method: 'test', token } });
