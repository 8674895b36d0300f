import type { ReviewDto } from '@souk/contracts/reviews.dto';
import type { OrderDto, OrderPage } from '@souk/contracts/orders.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { created, type Person } from '../../../test/factories';
import { newestMailTo } from '../../../test/mailbox';
import { Shop } from '../../../test/shop';

let test: TestApp;
let shop: Shop;
beforeAll(async () => {
  test = await startApp();
  shop = await Shop.open(test);
});
afterAll(() => test.close());

const placedAs = async (email: string): Promise<OrderDto> =>
  shop.make.order(await shop.make.guest(await shop.product()), { email });
const idsOf = async (client: Client) =>
  (await client.get<OrderPage>('/orders')).body.items.map(({ id }) => id);
const signIn = ({ user, password }: Person) =>
  test.client.post('/auth/login', { username: user.username, password });
const linkOf = ({ id, accessToken }: OrderDto) => `/orders/${id}?token=${accessToken}`;

async function confirm({ user }: Person): Promise<void> {
  const { token } = await newestMailTo(test, user.email, 'verify-email');
  expect((await test.client.post('/auth/email/verify', { token })).status).toBe(204);
}

describe("a guest's orders", () => {
  it('become those of the account with their address when that is confirmed, not before', async () => {
    const buyer = await shop.make.buyer();
    const first = await placedAs(buyer.user.email.toUpperCase());
    const second = await placedAs(buyer.user.email);
    const foreign = await placedAs(`x${buyer.user.email}`);
    await signIn(buyer);
    expect(await idsOf(buyer.client)).toEqual([]);
    await confirm(buyer);
    expect(await idsOf(buyer.client)).toEqual([second.id, first.id]);
    const { body } = await test.client.get<OrderDto>(linkOf(second));
    expect(body.customer).toMatchObject({ id: buyer.user.id });
    expect((await test.client.get<OrderDto>(linkOf(foreign))).body.customer).toBeNull();
  });

  it('that were placed later come along at the next sign-in, and count as bought', async () => {
    const buyer = await shop.make.buyer();
    await confirm(buyer);
    const { id, items } = await placedAs(buyer.user.email);
    const url = `/products/${items[0]?.productId}/reviews`;
    const words = { rating: 5, comment: 'Good.' };
    expectError(await buyer.client.post(url, words), 403, 'PERMISSION_DENIED');
    await signIn(buyer);
    expect(await idsOf(buyer.client)).toEqual([id]);
    expect(created(await buyer.client.post<ReviewDto>(url, words)).isVerified).toBe(true);
  });

  it('stay away from an address that the account has changed to and not confirmed', async () => {
    const buyer = await shop.make.buyer();
    await confirm(buyer);
    const email = `other-${buyer.user.email}`;
    await placedAs(email);
    await buyer.client.patch('/auth/profile', { email });
    await signIn(buyer);
    expect(await idsOf(buyer.client)).toEqual([]);
  });
});

describe('the link of a guest', () => {
  it('makes the order that of who is signed in, once for all', async () => {
    const [buyer, other] = [await shop.make.buyer(), await shop.make.buyer()];
    const order = await placedAs('somebody@example.com');
    const claim = ({ client }: Person, token = order.accessToken) =>
      client.post<OrderDto>(`/orders/${order.id}/claim`, { token });
    expectError(await claim(buyer, 'guessed'), 404, 'NOT_FOUND');
    expectError(await claim({ ...buyer, client: test.client }), 401, 'AUTHENTICATION_REQUIRED');
    expect((await claim(buyer)).body.customer).toMatchObject({ id: buyer.user.id });
    expect((await claim(buyer)).status).toBe(200);
    expectError(await claim(other), 403, 'PERMISSION_DENIED');
    expect(await idsOf(buyer.client)).toEqual([order.id]);
    expect(await idsOf(other.client)).toEqual([]);
  });

  it('opens it still, until the account is erased', async () => {
    const buyer = await shop.make.buyer();
    const order = await placedAs(buyer.user.email);
    await confirm(buyer);
    expect((await test.client.get(linkOf(order))).status).toBe(200);
    await buyer.client.post(`/orders/${order.id}/cancel`);
    const erased = await buyer.client.delete('/auth/profile', { password: buyer.password });
    expect(erased.status).toBe(204);
    expectError(await test.client.get(linkOf(order)), 404, 'NOT_FOUND');
  });
});
