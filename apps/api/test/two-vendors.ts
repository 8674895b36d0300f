import type { OrderDto } from '@souk/contracts/orders.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import type { TestApp } from './app';
import type { Client } from './client';
import type { Person } from './factories';
import { Shop } from './shop';

export interface SharedOrder {
  buyer: Person;
  order: OrderDto;
  /** Two of the shop, 20.00 + 4.90. */
  mug: ProductDto;
  part: number;
  /** One of the other vendor, 15.00 + 2.50; five on hand. */
  bowl: ProductDto;
  otherPart: number;
}

/** Two vendors who sell in one order, and what people do with it. */
export class TwoVendors {
  private constructor(
    readonly shop: Shop,
    readonly other: Person,
    private readonly otherStore: StoreDto,
  ) {}

  static async open(test: TestApp): Promise<TwoVendors> {
    const shop = await Shop.open(test);
    const other = await shop.make.vendor();
    return new TwoVendors(shop, other, await shop.make.store(other, { shippingFee: '2.50' }));
  }

  get otherName(): string {
    return this.otherStore.name;
  }

  /** Paid. */
  async sell(change: object = {}): Promise<SharedOrder> {
    const buyer = await this.shop.make.buyer();
    const mug = await this.shop.product();
    const bowl = await this.shop.make.product(this.other, { storeId: this.otherStore.id, price: '15.00' });
    await this.shop.put(buyer.client, mug, 2);
    await this.shop.put(buyer.client, bowl);
    const order = await this.shop.make.order(buyer.client, change);
    const partOf = ({ id }: StoreDto) => order.parts.find(({ store }) => store.id === id)?.id ?? 0;
    return { buyer, order, mug, bowl, part: partOf(this.shop.store), otherPart: partOf(this.otherStore) };
  }

  move = ({ id }: OrderDto, client: Client, body: object) => client.put<OrderDto>(`/orders/${id}`, body);
  cancel = ({ id }: OrderDto, client: Client, body?: object) =>
    client.post<OrderDto>(`/orders/${id}/cancel`, body);
  read = async ({ id }: OrderDto, client: Client) => (await client.get<OrderDto>(`/orders/${id}`)).body;
}

export const statuses = ({ parts }: OrderDto) => parts.map(({ status }) => status);
