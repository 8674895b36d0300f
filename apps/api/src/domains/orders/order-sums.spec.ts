import { toMinor } from '@souk/contracts';
import type { OrderDto, OrderPage } from '@souk/contracts/orders.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import { startApp, type TestApp } from '../../../test/app';
import { Shop } from '../../../test/shop';

let test: TestApp;
let shop: Shop;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
});
afterAll(() => test.close());

const sum = (amounts: string[]) => amounts.reduce((total, amount) => total + toMinor(amount), 0);

/** The parts add up to the whole, in every answer. */
function expectSums(order: OrderDto): void {
  expect(sum(order.items.map(({ lineTotal }) => lineTotal))).toBe(toMinor(order.subtotal));
  expect(sum(order.parts.map(({ subtotal }) => subtotal))).toBe(toMinor(order.subtotal));
  expect(sum(order.parts.map(({ shipping }) => shipping))).toBe(toMinor(order.shippingTotal));
  const { subtotal, discountTotal, shippingTotal, taxTotal } = order;
  expect(sum([subtotal, shippingTotal, taxTotal]) - toMinor(discountTotal)).toBe(toMinor(order.totalAmount));
  expect(sum(order.parts.map(({ total }) => total))).toBe(toMinor(order.totalAmount));
}

it('adds up over random carts of several stores', async () => {
  const goods: ProductDto[] = [];
  for (const fee of ['0.00', '3.33', '7.77']) {
    const { id: storeId } = await shop.make.store(shop.vendor, {
      shippingFee: fee,
      freeShippingOver: '90.00',
    });
    for (const price of ['0.01', '33.33', '0.00']) {
      goods.push(await shop.product({ storeId, price, digital: price === '0.00', stockQuantity: 1000 }));
    }
  }
  for (let round = 0; round < 8; round += 1) {
    const { client } = await shop.make.buyer();
    for (const one of goods.filter((_, index) => index === round || Math.random() < 0.5)) {
      await shop.put(client, one, 1 + Math.floor(Math.random() * 5));
    }
    const { total } = await shop.cartOf(client);
    const order = await shop.make.order(client, { expectedTotal: total });
    expect(order.totalAmount).toBe(total);
    expectSums(order);
    const { items: sales } = (await shop.vendor.client.get<OrderPage>('/orders/my-sales?limit=1')).body;
    expect(sales[0]).toMatchObject({ id: order.id, totalAmount: total });
    sales.forEach(expectSums);
  }
});
