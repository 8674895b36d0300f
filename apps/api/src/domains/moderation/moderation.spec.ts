import type {
  AdminOrderPage,
  AdminProductDto,
  AdminProductPage,
  AdminReviewPage,
  AdminStoreDto,
  AdminStorePage,
  AdminUserDto,
  AdminUserPage,
  AuditPage,
} from '@souk/contracts/admin.dto';
import type { TokenResponse } from '@souk/contracts/auth.dto';
import type { CartDto } from '@souk/contracts/cart.dto';
import type { OrderDto } from '@souk/contracts/orders.dto';
import type { ProductDto, ProductPage } from '@souk/contracts/products.dto';
import type { ProductReviewPage, ReviewDto } from '@souk/contracts/reviews.dto';
import type { StoreDto, StorePage } from '@souk/contracts/stores.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { statementsOf } from '../../../test/cold';
import { Factory, created, orderInput, type Person } from '../../../test/factories';
import { DataSource } from 'typeorm';
import { OutboxEntry } from '../../platform/events/outbox-entry.entity';
import { Store } from '../stores/store.entity';
import { StaffAccounts } from './staff-accounts';

let test: TestApp;
let make: Factory;
let staff: Person;
let vendor: Person;
let other: Person;
let buyer: Person;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
  const password = await test.app.get(StaffAccounts).create('ada', 'ada@souk.example');
  const signIn = { username: 'ada', password };
  const { body: tokens } = await test.client.post<Person['tokens']>('/auth/login', signIn);
  staff = { client: test.client.as(tokens), tokens, user: tokens.user, password };
  [vendor, other, buyer] = [await make.vendor(), await make.vendor(), await make.buyer()];
});
afterAll(() => test.close());

const because = { reason: 'Reported three times.' };
const act = <T>(path: string) => staff.client.post<T>(`/admin/${path}`, because);
const audit = async (query: string) =>
  (await staff.client.get<AuditPage>(`/admin/audit?${query}`)).body.items;

const lists = ['users', 'stores', 'products', 'orders', 'reviews', 'audit'];
const acts = ['users', 'stores', 'products'].flatMap((noun) => [
  `${noun}/:id/deactivate`,
  `${noun}/:id/reactivate`,
]);

describe('an account for staff', () => {
  it.each([
    ['a', 'new@souk.example', 'VALIDATION_ERROR'],
    ['new-one', 'nowhere', 'VALIDATION_ERROR'],
    ['ADA', 'new@souk.example', 'DUPLICATE_ENTRY'],
  ])('is not made for %s, %s', (username, email, code) =>
    expect(test.app.get(StaffAccounts).create(username, email)).rejects.toMatchObject({ code }),
  );

  it('is a buyer’s otherwise', () => {
    expect(staff.user).toMatchObject({ username: 'ada', userType: 'buyer', isStaff: true });
  });
});

describe('everything for staff', () => {
  it.each(lists)('GET /admin/%s is nobody else’s', async (noun) => {
    expectError(await test.client.get(`/admin/${noun}`), 401, 'AUTHENTICATION_REQUIRED');
    for (const { client } of [buyer, vendor])
      expectError(await client.get(`/admin/${noun}`), 403, 'PERMISSION_DENIED');
    expect((await staff.client.get(`/admin/${noun}`)).status).toBe(200);
  });

  it.each(lists)('GET /admin/%s refuses what it does not know', async (noun) => {
    for (const query of ['limit=0', 'cursor=nonsense', 'colour=red', 'search=a&search=b'])
      expectError(await staff.client.get(`/admin/${noun}?${query}`), 400, 'VALIDATION_ERROR');
  });

  it.each([
    'users?status=inactive',
    'stores?status=open',
    'products?status=sold',
    'orders?status=lost',
    'reviews?rating=6',
    'audit?subjectType=parcel',
    'audit?subjectId=0',
  ])('GET /admin/%s is refused', async (path) =>
    expectError(await staff.client.get(`/admin/${path}`), 400, 'VALIDATION_ERROR'),
  );

  it.each([...acts, 'reviews/:id/remove'])('POST /admin/%s is nobody else’s', async (path) => {
    const own: Record<string, number> = {
      users: vendor.user.id,
      stores: (await make.store(vendor)).id,
      products: (await make.product(vendor)).id,
      reviews: 1,
    };
    const address = `/admin/${path.replace(':id', String(own[path.split('/')[0] ?? '']))}`;
    expectError(await test.client.post(address, because), 401, 'AUTHENTICATION_REQUIRED');
    for (const { client } of [buyer, vendor, other])
      expectError(await client.post(address, because), 403, 'PERMISSION_DENIED');
  });

  it.each([...acts, 'reviews/:id/remove'])('POST /admin/%s needs a reason and a thing', async (path) => {
    const at = (id: string) => `/admin/${path.replace(':id', id)}`;
    for (const body of [
      {},
      { reason: '' },
      { reason: '  ' },
      { reason: null },
      { reason: 'x'.repeat(501) },
    ]) {
      const details = expectError(await staff.client.post(at('1'), body), 400, 'VALIDATION_ERROR');
      expect(details).toHaveProperty('reason');
    }
    expectError(await staff.client.post(at('1'), { ...because, silent: true }), 400, 'VALIDATION_ERROR');
    expectError(await staff.client.post(at('one'), because), 400, 'VALIDATION_ERROR');
    expectError(await staff.client.post(at('2147483647'), because), 404, 'NOT_FOUND');
  });

  it('refuses what is so already, and tells nothing to the log', async () => {
    const store = await make.store(vendor);
    const product = await make.product(vendor);
    const { user } = await make.buyer();
    for (const path of [`users/${user.id}`, `stores/${store.id}`, `products/${product.id}`]) {
      expectError(await act(`${path}/reactivate`), 409, 'INVALID_TRANSITION');
      expect((await act(`${path}/deactivate`)).status).toBe(200);
      expectError(await act(`${path}/deactivate`), 409, 'INVALID_TRANSITION');
      expect((await act(`${path}/reactivate`)).status).toBe(200);
    }
    const entries = await audit(`subjectType=store&subjectId=${store.id}`);
    expect(entries.map(({ action }) => action)).toEqual(['reactivate', 'deactivate']);
  });
});

describe('a deactivated user', () => {
  it('is signed out everywhere, cannot sign in, and is back when reactivated', async () => {
    const person = await make.user('vendor');
    const credentials = { username: person.user.username, password: person.password };
    const second = person.client.as(
      (await test.client.post<Person['tokens']>('/auth/login', credentials)).body,
    );
    expect((await second.get('/auth/profile')).status).toBe(200);

    const { status, body } = await act<AdminUserDto>(`users/${person.user.id}/deactivate`);
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { id: person.user.id, username: person.user.username, userType: 'vendor', status: 'deactivated' },
    });
    for (const client of [person.client, second])
      expectError(await client.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
    const { refreshToken } = person.tokens;
    expectError(await test.client.post('/auth/refresh', { refreshToken }), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await test.client.post('/auth/login', credentials), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await test.client.get(`/vendors/${person.user.id}`), 404, 'NOT_FOUND');

    expect((await act<AdminUserDto>(`users/${person.user.id}/reactivate`)).body.status).toBe('active');
    expect((await test.client.post('/auth/login', credentials)).status).toBe(200);
    expectError(await person.client.get('/auth/profile'), 401, 'AUTHENTICATION_REQUIRED');
  });

  it('sells nothing, and has what was open before when reactivated', async () => {
    const seller = await make.vendor();
    const open = await make.store(seller, { name: 'Bongo Works' });
    const shut = await make.store(seller, { isActive: false });
    const product = await make.product(seller, { storeId: open.id });
    const draft = await make.product(seller, { storeId: open.id, isActive: false });
    const guest = await make.guest(product);
    const order = await make.order(await make.guest(product));
    const late = await make.guest(product);
    await act(`users/${seller.user.id}/deactivate`);

    for (const address of [`/stores/${open.id}`, `/products/${product.id}`])
      expectError(await test.client.get(address), 404, 'NOT_FOUND');
    expect((await test.client.get<StorePage>('/stores?search=bongo')).body.total).toBe(0);
    expect((await guest.get<CartDto>('/cart')).body).toMatchObject({
      notices: [{ code: 'UNAVAILABLE' }],
      total: '0.00',
    });
    expect((await late.post('/orders', orderInput)).status).toBe(409);
    expect((await staff.client.get<OrderDto>(`/orders/${order.id}`)).body).toMatchObject({
      status: 'pending',
    });
    const inStatus = async (status: string) =>
      (await staff.client.get<AdminStorePage>(`/admin/stores?search=bongo&status=${status}`)).body.items;
    expect(await inStatus('active')).toEqual([]);
    expect(await inStatus('inactive')).toMatchObject([{ status: 'inactive', productCount: 0 }]);

    await act(`users/${seller.user.id}/reactivate`);
    expect((await test.client.get<StoreDto>(`/stores/${open.id}`)).body).toMatchObject({ productCount: 1 });
    expect((await test.client.get(`/products/${product.id}`)).status).toBe(200);
    expect((await guest.get<CartDto>('/cart')).body).toMatchObject({ notices: [], total: '10.00' });
    for (const address of [`/stores/${shut.id}`, `/products/${draft.id}`])
      expectError(await test.client.get(address), 404, 'NOT_FOUND');
  });

  it('may have any number of stores: they close, open and are erased together', async () => {
    const seller = await make.vendor();
    const [first, last] = [await make.store(seller), await make.store(seller)];
    const stores = test.app.get(DataSource).getRepository(Store);
    const { id: _, ...row } = await stores.findOneByOrFail({ id: first.id });
    await stores.insert(Array.from({ length: 600 }, () => row));
    const products = [first, first, last].map(({ id }) => make.product(seller, { storeId: id }));
    const [product] = await Promise.all(products);
    const counts = async () =>
      (await stores.findBy({ vendorId: seller.user.id })).map(({ productCount }) => productCount);
    const facts = () => test.app.get(DataSource).getRepository(OutboxEntry).count();
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

    const before = await facts();
    await act(`users/${seller.user.id}/deactivate`);
    expect(sum(await counts())).toBe(0);
    expectError(await test.client.get(`/products/${product?.id}`), 404, 'NOT_FOUND');
    await act(`users/${seller.user.id}/reactivate`);
    expect((await counts()).filter(Boolean).sort()).toEqual([1, 2]);
    expect((await test.client.get(`/products/${product?.id}`)).status).toBe(200);
    const { username } = seller.user;
    const { body } = await test.client.post<TokenResponse>('/auth/login', {
      username,
      password: seller.password,
    });
    const erase = () => test.client.as(body).delete('/auth/profile', { password: seller.password });
    const asked = await statementsOf(test, async () => expect((await erase()).status).toBe(204));
    const left = await stores.findBy({ vendorId: seller.user.id });
    expect(
      left.filter(({ deletedAt, isActive, name }) => !deletedAt || isActive || name === row.name),
    ).toEqual([]);
    expect(sum(await counts())).toBe(0);
    // not a few for each store
    expect((await facts()) - before).toBeLessThan(20);
    expect(asked.length).toBeLessThan(100);
  });

  it('is never oneself', async () => {
    expectError(await act(`users/${staff.user.id}/deactivate`), 403, 'PERMISSION_DENIED');
    expect((await staff.client.get('/auth/profile')).status).toBe(200);
    expect(await audit(`subjectType=user&subjectId=${staff.user.id}`)).toEqual([]);
  });

  it('is found by name, address and status', async () => {
    const { user } = await make.user('buyer', { username: 'zora_b', email: 'found.zora@example.com' });
    const find = async (query: string) =>
      (await staff.client.get<AdminUserPage>(`/admin/users?${query}`)).body.items.map(({ id }) => id);
    expect(await find('search=ZORA_')).toEqual([user.id]);
    expect(await find('search=found.zora%40')).toEqual([user.id]);
    expect(await find('search=zora&status=deactivated')).toEqual([]);
    await act(`users/${user.id}/deactivate`);
    expect(await find('search=zora&status=deactivated')).toEqual([user.id]);
    expect(await find('search=zora&status=active')).toEqual([]);
  });
});

describe('a deactivated store', () => {
  it('leaves lists, search, pages and carts with its products, and comes back with them', async () => {
    const store = await make.store(vendor, { name: 'Quagga Works' });
    const product = await make.product(vendor, { storeId: store.id, name: 'Quagga lamp' });
    const guest = await make.guest(product);

    const { body } = await act<AdminStoreDto>(`stores/${store.id}/deactivate`);
    expect(body).toMatchObject({ id: store.id, status: 'deactivated', productCount: 0 });
    for (const client of [test.client, buyer.client, other.client]) {
      expectError(await client.get(`/stores/${store.id}`), 404, 'NOT_FOUND');
      expectError(await client.get(`/products/${product.id}`), 404, 'NOT_FOUND');
    }
    expect((await test.client.get<StorePage>('/stores?search=quagga')).body.total).toBe(0);
    expect((await test.client.get<ProductPage>('/products?search=quagga')).body.total).toBe(0);
    const { body: cart } = await guest.get<CartDto>('/cart');
    expect(cart.notices).toEqual([expect.objectContaining({ code: 'UNAVAILABLE' })]);
    expect(cart.total).toBe('0.00');
    expectError(
      await test.client.post('/cart/items', { productId: product.id, quantity: 1 }),
      404,
      'NOT_FOUND',
    );

    expect((await act<AdminStoreDto>(`stores/${store.id}/reactivate`)).body).toMatchObject({
      status: 'active',
      productCount: 1,
    });
    expect((await test.client.get<StorePage>('/stores?search=quagga')).body.total).toBe(1);
    expect((await test.client.get<ProductPage>('/products?search=quagga')).body.total).toBe(1);
    expect((await guest.get<CartDto>('/cart')).body).toMatchObject({ notices: [], total: '10.00' });
  });

  it('stays its vendor’s to see and edit, but not to open', async () => {
    const store = await make.store(vendor, { isActive: true });
    await act(`stores/${store.id}/deactivate`);
    const address = `/stores/${store.id}`;
    expect((await vendor.client.get<StoreDto>(address)).body.isActive).toBe(false);
    expectError(await vendor.client.patch(address, { isActive: true }), 403, 'PERMISSION_DENIED');
    const whole = { name: 'Mine', description: 'Open.' };
    expectError(await vendor.client.put(address, whole), 403, 'PERMISSION_DENIED');
    const edited = await vendor.client.put<StoreDto>(address, { ...whole, isActive: false });
    expect(edited.body).toMatchObject({ name: 'Mine', isActive: false });
    const product = await make.product(vendor, { storeId: store.id });
    expectError(await test.client.get(`/products/${product.id}`), 404, 'NOT_FOUND');
    await act(`stores/${store.id}/reactivate`);
    expect((await test.client.get<StoreDto>(address)).body).toMatchObject({
      isActive: true,
      productCount: 1,
    });
    expect((await test.client.get(`/products/${product.id}`)).status).toBe(200);
  });

  it('that its vendor had closed stays closed when reactivated', async () => {
    const store = await make.store(vendor, { isActive: false });
    await act(`stores/${store.id}/deactivate`);
    expect((await act<AdminStoreDto>(`stores/${store.id}/reactivate`)).body.status).toBe('inactive');
    expectError(await test.client.get(`/stores/${store.id}`), 404, 'NOT_FOUND');
    expect((await vendor.client.patch(`/stores/${store.id}`, { isActive: true })).status).toBe(200);
    expect((await test.client.get(`/stores/${store.id}`)).status).toBe(200);
  });

  it('is found by name and status', async () => {
    const names = ['Okapi One', 'Okapi Two', 'Okapi Three'];
    const stores = [];
    for (const name of names) stores.push(await make.store(vendor, { name, isActive: name !== 'Okapi Two' }));
    await act(`stores/${stores[2]?.id}/deactivate`);
    const find = async (query: string) =>
      (await staff.client.get<AdminStorePage>(`/admin/stores?search=okapi&${query}`)).body.items.map(
        ({ name }) => name,
      );
    expect(await find('')).toEqual([...names].reverse());
    expect(await find('status=active')).toEqual(['Okapi One']);
    expect(await find('status=inactive')).toEqual(['Okapi Two']);
    expect(await find('status=deactivated')).toEqual(['Okapi Three']);
  });
});

describe('a deactivated product', () => {
  it('leaves the shop alone, and comes back', async () => {
    const store = await make.store(vendor);
    const product = await make.product(vendor, { storeId: store.id, name: 'Numbat bowl' });
    await make.product(vendor, { storeId: store.id });
    const guest = await make.guest(product);
    const { body } = await act<AdminProductDto>(`products/${product.id}/deactivate`);
    expect(body).toMatchObject({
      id: product.id,
      store: { id: store.id },
      status: 'deactivated',
      price: '10.00',
    });
    expectError(await test.client.get(`/products/${product.id}`), 404, 'NOT_FOUND');
    expect((await test.client.get<ProductPage>('/products?search=numbat')).body.total).toBe(0);
    expect((await test.client.get<StoreDto>(`/stores/${store.id}`)).body.productCount).toBe(1);
    expect((await guest.get<CartDto>('/cart')).body.notices).toEqual([
      expect.objectContaining({ code: 'UNAVAILABLE' }),
    ]);
    await act(`products/${product.id}/reactivate`);
    expect((await test.client.get<ProductPage>('/products?search=numbat')).body.total).toBe(1);
    expect((await test.client.get<StoreDto>(`/stores/${store.id}`)).body.productCount).toBe(2);
  });

  it('is not its vendor’s to list, nor is it when the store opens again', async () => {
    const product = await make.product(vendor);
    const address = `/products/${product.id}`;
    await act(`products/${product.id}/deactivate`);
    expectError(await vendor.client.patch(address, { isActive: true }), 403, 'PERMISSION_DENIED');
    const renamed = await vendor.client.patch<ProductDto>(address, { name: 'Renamed', isActive: false });
    expect(renamed.body).toMatchObject({ name: 'Renamed', isActive: false });
    for (const isActive of [false, true])
      await vendor.client.patch(`/stores/${product.store.id}`, { isActive });
    expectError(await test.client.get(address), 404, 'NOT_FOUND');
    const mine = (query: string) =>
      vendor.client.get<ProductPage>(`/products/my-products?store=${product.store.id}&isActive=${query}`);
    expect((await mine('false')).body.total).toBe(1);
    expect((await mine('true')).body.total).toBe(0);
    expect((await act<AdminProductDto>(`products/${product.id}/reactivate`)).body.status).toBe('active');
    expect((await test.client.get(address)).status).toBe(200);
  });

  it('is found by name, page by page', async () => {
    for (const name of ['Tapir A', 'Tapir B', 'Tapir C']) await make.product(vendor, { name });
    const first = await staff.client.get<AdminProductPage>('/admin/products?search=tapir&limit=2');
    expect(first.body.items.map(({ name }) => name)).toEqual(['Tapir C', 'Tapir B']);
    const cursor = first.body.nextCursor;
    const rest = await staff.client.get<AdminProductPage>(
      `/admin/products?search=tapir&limit=2&cursor=${cursor}`,
    );
    expect(rest.body).toMatchObject({ items: [{ name: 'Tapir A' }], total: 3, nextCursor: null });
  });
});

it('finds orders of users and guests', async () => {
  const product = await make.product(vendor);
  const guest = await make.guest(product);
  const order = await make.order(guest, { email: 'civet@example.com' });
  const find = async (query: string) =>
    (await staff.client.get<AdminOrderPage>(`/admin/orders?${query}`)).body.items;
  expect(await find('search=civet')).toEqual([
    expect.objectContaining({ id: order.id, number: order.number, customer: null, status: 'pending' }),
  ]);
  expect(await find(`search=${order.number}`)).toHaveLength(1);
  expect(await find('search=civet&status=shipped')).toEqual([]);
});

it('keeps the audit log from being rewritten by direct SQL', async () => {
  const { user } = await make.buyer();
  await act(`users/${user.id}/deactivate`);
  const database = test.app.get(DataSource);
  for (const statement of ["UPDATE audit_log SET reason = 'none'", 'DELETE FROM audit_log'])
    await expect(database.query(statement)).rejects.toThrow('The audit log is never changed.');
  expect(await audit(`subjectType=user&subjectId=${user.id}`)).toMatchObject([because]);
});

it('removes a review, and its weight in the average', async () => {
  const product = await make.product(vendor);
  const input = { rating: 1, comment: 'Buy at dingo.example instead!' };
  const review = created(await other.client.post<ReviewDto>(`/products/${product.id}/reviews`, input));
  const { body } = await staff.client.get<AdminReviewPage>('/admin/reviews?search=dingo&rating=1');
  expect(body.items).toEqual([
    expect.objectContaining({
      id: review.id,
      productName: product.name,
      user: { id: other.user.id, username: other.user.username },
    }),
  ]);
  expect((await act(`reviews/${review.id}/remove`)).status).toBe(204);
  const after = await test.client.get<ProductReviewPage>(`/products/${product.id}/reviews`);
  expect(after.body).toMatchObject({ items: [], summary: { average: null, count: 0 } });
  expectError(await act(`reviews/${review.id}/remove`), 404, 'NOT_FOUND');
  expect(await audit(`subjectType=review&subjectId=${review.id}`)).toHaveLength(1);
});

it('keeps who did what to what, and why, newest first', async () => {
  const store = await make.store(vendor);
  await staff.client.post(`/admin/stores/${store.id}/deactivate`, { reason: ' Fakes.\nSeen twice. ' });
  await staff.client.post(`/admin/stores/${store.id}/reactivate`, { reason: 'Mistake.' });
  const entry = {
    id: expect.any(Number),
    actor: { id: staff.user.id, username: staff.user.username },
    subjectType: 'store',
    subjectId: store.id,
    createdAt: expect.any(String),
  };
  expect(await audit(`subjectType=store&subjectId=${store.id}`)).toEqual([
    { ...entry, action: 'reactivate', reason: 'Mistake.' },
    { ...entry, action: 'deactivate', reason: 'Fakes.\nSeen twice.' },
  ]);
  expect((await audit('limit=1'))[0]).toMatchObject({ subjectId: store.id, action: 'reactivate' });
  for (const method of ['put', 'patch', 'delete', 'post'] as const)
    expect([404, 405]).toContain((await staff.client[method]('/admin/audit', {})).status);
});
