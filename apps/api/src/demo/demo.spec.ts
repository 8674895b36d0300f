import type { TokenResponse } from '@souk/contracts/auth.dto';
import type { OrderPage } from '@souk/contracts/orders.dto';
import type { CategoryList } from '@souk/contracts/categories.dto';
import type { ProductPage } from '@souk/contracts/products.dto';
import type { StorePage } from '@souk/contracts/stores.dto';
import { startApp, type TestApp } from '../../test/app';
import { Payout } from '../domains/ledger/payout.entity';
import { Verification } from '../domains/ledger/verification';
import { Notification } from '../domains/notifications/notification.entity';
import { Order } from '../domains/orders/order.entity';
import { OrderPart } from '../domains/orders/order-part.entity';
import { ProductVariant } from '../domains/products/product.entity';
import { Review } from '../domains/reviews/review.entity';
import { StaffAccounts } from '../domains/moderation/staff-accounts';
import { User } from '../domains/users/user.entity';
import { Database } from '../platform/database/database';
import { DemoCatalogue } from './demo-catalogue';
import { DEMO_LOGINS, DEMO_PASSWORD } from './demo-logins';
import { DemoNews } from './demo-news';
import { DemoOrders } from './demo-orders';
import { DemoPictures } from './demo-pictures';
import { DemoReviews } from './demo-reviews';
import { DemoSeeder } from './demo-seeder';
import { LargeCatalogue } from './large-catalogue';

let test: TestApp;
afterEach(() => test.close());

it('is a marketplace that looks lived in', async () => {
  test = await startApp({ WORKER: 'off' });
  for (const step of [DemoCatalogue, DemoOrders, DemoReviews, DemoNews]) await test.app.get(step).create();
  const database = test.app.get(Database);

  expect((await test.client.get<StorePage>('/stores')).body.total).toBeGreaterThanOrEqual(12);
  expect((await test.client.get<ProductPage>('/products')).body.total).toBeGreaterThanOrEqual(120);
  const { items } = (await test.client.get<CategoryList>('/categories')).body;
  expect(items.map(({ name, children }) => [name, children.length]).filter(([, below]) => below)).toEqual([
    ['Accessories', 2],
    ['Home', 6],
    ['Paper & Art', 2],
  ]);
  expect(items.every(({ productCount }) => productCount > 0)).toBe(true);
  expect(await database.repository(User).count()).toBeGreaterThanOrEqual(40);
  expect(await database.repository(Order).count()).toBeGreaterThanOrEqual(150);
  expect(await database.repository(Review).count()).toBeGreaterThanOrEqual(250);
  expect(await database.repository(ProductVariant).count()).toBeGreaterThan(132);
  expect(await database.repository(Notification).count()).toBeGreaterThan(12);
  for (const status of ['pending', 'shipped', 'delivered', 'cancelled'] as const) {
    expect(await database.repository(OrderPart).countBy({ status })).toBeGreaterThan(5);
  }
  expect(await database.repository(OrderPart).countBy({ couponCode: 'WELCOME10' })).toBeGreaterThan(5);
  expect((await test.app.get(Verification).verify()).problems).toEqual([]);
  for (const status of ['pending', 'paid'] as const)
    expect(await database.repository(Payout).countBy({ status })).toBeGreaterThan(1);
  for (const { username } of DEMO_LOGINS) {
    const { body } = await test.client.post<TokenResponse>('/auth/login', {
      username,
      password: DEMO_PASSWORD,
    });
    const path = body.user.userType === 'vendor' ? '/orders/my-sales' : '/orders';
    expect((await test.client.as(body).get<OrderPage>(path)).body.total).toBeGreaterThan(3);
  }
});

it('is made when nobody is there but staff', async () => {
  test = await startApp({ WORKER: 'off' });
  jest.spyOn(console, 'log').mockImplementation();
  const steps = [DemoCatalogue, DemoOrders, DemoReviews, DemoPictures].map((step) =>
    jest.spyOn(test.app.get<{ create(): Promise<void> }>(step), 'create').mockResolvedValue(),
  );
  await test.app.get(StaffAccounts).create('overseer', 'overseer@example.com');
  expect(await test.app.get(DemoSeeder).seedOnce()).toBe(true);
  for (const step of steps) expect(step).toHaveBeenCalledTimes(1);
});

it('grows large with every invariant of the services', async () => {
  test = await startApp({ WORKER: 'off' });
  const report = await test.app.get(LargeCatalogue).grow(300, () => undefined);
  const { body } = await test.client.get<ProductPage>('/products?limit=100');
  expect(body.total).toBe(report.products);
  for (const { price, stockQuantity, variants } of body.items) {
    expect(Number(price)).toBe(Math.min(...variants.map((variant) => Number(variant.price))));
    expect(stockQuantity).toBe(variants.reduce((sum, variant) => sum + variant.stockQuantity, 0));
  }
  const stores = await test.client.get<StorePage>('/stores');
  expect(stores.body.items.map(({ productCount }) => productCount)).toEqual([100, 100, 100]);
  expect((await test.client.get<ProductPage>('/products?search=marigold')).body.total).toBe(3);
});
