import type { ProductDto } from '@souk/contracts/products.dto';
import type { ProductReviewPage, ReviewDto, ReviewInput, ReviewPage } from '@souk/contracts/reviews.dto';
import type { StoreDto } from '@souk/contracts/stores.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { Factory, created, type Person } from '../../../test/factories';
import { Events } from '../../platform/events/events';
import { ReviewPosted } from './reviews.events';

let test: TestApp;
let make: Factory;
let vendor: Person;
let critic: Person;
let buyer: Person;
let product: ProductDto;
const heard: ReviewPosted[] = [];
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
  [vendor, critic, buyer] = [await make.vendor(), await make.vendor(), await make.buyer()];
  test.app.get(Events).on(ReviewPosted, 'test', async (fact) => void heard.push(fact));
});
beforeEach(async () => {
  product = await make.product(vendor, { stockQuantity: 50 });
});
afterAll(() => test.close());

const input = { rating: 4, comment: 'The glaze is deeper than in the picture.' };

const review = async ({ client }: Person, change: Partial<ReviewInput> = {}, of = product) =>
  created(await client.post<ReviewDto>(`/products/${of.id}/reviews`, { ...input, ...change }));

async function buy({ client }: Person, { id: productId } = product) {
  created(await client.post('/cart/items', { productId, quantity: 1 }));
  return make.order(client);
}

const reviewsOf = async (client: Client = test.client, query = '') =>
  (await client.get<ProductReviewPage>(`/products/${product.id}/reviews${query}`)).body;

/** Product and store as everybody sees them next. */
async function averages() {
  const { body } = await test.client.get<ProductDto>(`/products/${product.id}`);
  const { body: store } = await test.client.get<StoreDto>(`/stores/${product.store.id}`);
  return [body.averageRating, body.reviewCount, store.averageRating, store.reviewCount];
}

describe('who may review', () => {
  it('a vendor, any product that is not their own', async () => {
    const answer = await critic.client.post<ReviewDto>(`/products/${product.id}/reviews`, input);
    expect(answer.status).toBe(201);
    expect(answer.headers.location).toBe(`/api/reviews/${answer.body.id}`);
    expect(answer.body).toEqual({
      ...input,
      id: expect.any(Number),
      productId: product.id,
      productName: product.name,
      user: { id: critic.user.id, username: critic.user.username, userType: 'vendor' },
      isVerified: false,
      reply: null,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect((await test.client.get<ReviewDto>(`/reviews/${answer.body.id}`)).body).toEqual(answer.body);
    await test.settled();
    expect(heard).toContainEqual({ reviewId: answer.body.id, productId: product.id });
  });

  it('a buyer, once it is paid', async () => {
    const path = `/products/${product.id}/reviews`;
    expectError(await buyer.client.post(path, input), 403, 'PERMISSION_DENIED');
    await buy(buyer);
    expect(await review(buyer)).toMatchObject({ isVerified: true, user: { userType: 'buyer' } });
  });

  it('a vendor who has bought it is verified too, also when it was bought after reviewing', async () => {
    const { id } = await review(critic);
    expect((await test.client.get<ReviewDto>(`/reviews/${id}`)).body.isVerified).toBe(false);
    await buy(critic);
    expect((await test.client.get<ReviewDto>(`/reviews/${id}`)).body.isVerified).toBe(true);
  });

  it('nobody else', async () => {
    const path = `/products/${product.id}/reviews`;
    expectError(await test.client.post(path, input), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await vendor.client.post(path, input), 403, 'PERMISSION_DENIED');
    await buy(vendor);
    expectError(await vendor.client.post(path, input), 403, 'PERMISSION_DENIED');
    const unpaid = await make.buyer();
    created(await unpaid.client.post('/cart/items', { productId: product.id, quantity: 1 }));
    await unpaid.client.post('/orders', { payment: { method: 'test', token: 'tok_declined' } });
    expectError(await unpaid.client.post(path, input), 403, 'PERMISSION_DENIED');
  });

  it('nobody twice', async () => {
    const { id } = await review(critic);
    const again = await critic.client.post(`/products/${product.id}/reviews`, input);
    expect(expectError(again, 409, 'DUPLICATE_ENTRY')).toEqual({ reviewId: id });
    expect(await averages()).toEqual([4, 1, 4, 1]);
  });

  it('is told to the caller beforehand', async () => {
    const permissions = async (client: Client) => (await reviewsOf(client)).permissions;
    expect(await permissions(test.client)).toMatchObject({ create: false, reviewId: null });
    expect(await permissions(vendor.client)).toMatchObject({ create: false, reviewId: null });
    expect(await permissions(buyer.client)).toMatchObject({ create: false, reviewId: null });
    await buy(buyer);
    expect(await permissions(buyer.client)).toEqual({ create: true, reason: null, reviewId: null });
    const { id } = await review(buyer);
    expect(await permissions(buyer.client)).toEqual({
      create: false,
      reason: expect.stringContaining('already'),
      reviewId: id,
    });
  });

  it.each([
    [{ rating: 0 }, 'rating'],
    [{ rating: 6 }, 'rating'],
    [{ rating: 4.5 }, 'rating'],
    [{ rating: '5' }, 'rating'],
    [{ rating: null }, 'rating'],
    [{ comment: '' }, 'comment'],
    [{ comment: '   ' }, 'comment'],
    [{ comment: 'x'.repeat(4001) }, 'comment'],
    [{ comment: 'bell \u0007' }, 'comment'],
    [{ isVerified: true }, 'isVerified'],
    [{ userId: 1 }, 'userId'],
  ])('refuses %p', async (change, field) => {
    const answer = await critic.client.post(`/products/${product.id}/reviews`, { ...input, ...change });
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty([field]);
  });
});

describe('averages', () => {
  it('are right in the very next read, of product and store', async () => {
    expect(await averages()).toEqual([null, 0, null, 0]);
    const { id } = await review(critic, { rating: 5 });
    expect(await averages()).toEqual([5, 1, 5, 1]);
    const other = await make.vendor();
    await review(other, { rating: 2 });
    expect(await averages()).toEqual([3.5, 2, 3.5, 2]);
    await critic.client.patch(`/reviews/${id}`, { rating: 1 });
    expect(await averages()).toEqual([1.5, 2, 1.5, 2]);
    await critic.client.patch(`/reviews/${id}`, { comment: 'Still.' });
    expect(await averages()).toEqual([1.5, 2, 1.5, 2]);
    expect((await critic.client.delete(`/reviews/${id}`)).status).toBe(204);
    expect(await averages()).toEqual([2, 1, 2, 1]);
  });

  it('come with the histogram', async () => {
    for (const rating of [5, 5, 2]) await review(await make.vendor(), { rating });
    expect((await reviewsOf()).summary).toEqual({
      average: 4,
      count: 3,
      histogram: { 1: 0, 2: 1, 3: 0, 4: 0, 5: 2 },
    });
  });

  it('of reviewers at the same moment are all counted', async () => {
    const ratings = Array.from({ length: 20 }, (_, index) => (index % 5) + 1);
    const reviewers: Person[] = [];
    while (reviewers.length < ratings.length) reviewers.push(await make.vendor());
    const posted = await Promise.all(
      reviewers.map((person, index) => review(person, { rating: ratings[index] })),
    );
    expect(await averages()).toEqual([3, 20, 3, 20]);

    const changes = posted.map(({ id }, index) => {
      const { client } = reviewers[index] ?? critic;
      return index % 2 ? client.delete(`/reviews/${id}`) : client.patch(`/reviews/${id}`, { rating: 5 });
    });
    expect((await Promise.all(changes)).map(({ status }) => status).sort()).toEqual([
      ...Array<number>(10).fill(200),
      ...Array<number>(10).fill(204),
    ]);
    expect(await averages()).toEqual([5, 10, 5, 10]);
    expect((await reviewsOf()).summary).toMatchObject({ average: 5, count: 10 });
  });

  it('count a review that is sent twice at the same moment once', async () => {
    const path = `/products/${product.id}/reviews`;
    const answers = await Promise.all([1, 2, 3, 4].map(() => critic.client.post(path, input)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect(await averages()).toEqual([4, 1, 4, 1]);
  });

  it('take a review back once, however often it is deleted', async () => {
    const { id } = await review(critic);
    await review(await make.vendor(), { rating: 2 });
    const answers = await Promise.all([1, 2, 3].map(() => critic.client.delete(`/reviews/${id}`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    expect(await averages()).toEqual([2, 1, 2, 1]);
  });
});

describe('changing a review', () => {
  it('PATCH keeps the rest, PUT needs all', async () => {
    const { id } = await review(critic);
    const patched = await critic.client.patch<ReviewDto>(`/reviews/${id}`, { rating: 1 });
    expect(patched.body).toMatchObject({ rating: 1, comment: input.comment });
    const put = await critic.client.put<ReviewDto>(`/reviews/${id}`, { rating: 3, comment: 'Fine.' });
    expect(put.body).toMatchObject({ rating: 3, comment: 'Fine.' });
    expectError(await critic.client.put(`/reviews/${id}`, { rating: 3 }), 400, 'VALIDATION_ERROR');
    expectError(await critic.client.patch(`/reviews/${id}`, { comment: null }), 400, 'VALIDATION_ERROR');
    expectError(await critic.client.patch(`/reviews/${id}`, { productId: 1 }), 400, 'VALIDATION_ERROR');
  });

  it('is for its author', async () => {
    const { id } = await review(critic);
    for (const method of ['put', 'patch', 'delete'] as const) {
      expectError(await test.client[method](`/reviews/${id}`, input), 401, 'AUTHENTICATION_REQUIRED');
      expectError(await buyer.client[method](`/reviews/${id}`, input), 403, 'PERMISSION_DENIED');
      expectError(await vendor.client[method](`/reviews/${id}`, input), 403, 'PERMISSION_DENIED');
      expectError(await critic.client[method]('/reviews/2147483647', input), 404, 'NOT_FOUND');
      expectError(await critic.client[method]('/reviews/x', input), 400, 'VALIDATION_ERROR');
    }
  });
});

describe('replying', () => {
  it("is for the product's vendor, and public", async () => {
    const { id } = await review(critic);
    const path = `/reviews/${id}/reply`;
    expectError(await test.client.put(path, { text: 'x' }), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await critic.client.put(path, { text: 'x' }), 403, 'PERMISSION_DENIED');
    expectError(await buyer.client.put(path, { text: 'x' }), 403, 'PERMISSION_DENIED');
    expectError(await vendor.client.put(path, { text: '' }), 400, 'VALIDATION_ERROR');
    expectError(await vendor.client.put('/reviews/2147483647/reply', { text: 'x' }), 404, 'NOT_FOUND');
    const { status, body } = await vendor.client.put<ReviewDto>(path, { text: 'Thank you!' });
    expect(status).toBe(200);
    expect(body.reply).toEqual({ text: 'Thank you!', createdAt: expect.any(String) });
    await vendor.client.put(path, { text: 'Thank you very much!' });
    const { body: seen } = await test.client.get<ReviewDto>(`/reviews/${id}`);
    expect(seen.reply).toEqual({ text: 'Thank you very much!', createdAt: body.reply?.createdAt });
    expect(seen.updatedAt).toBe(body.updatedAt);
  });
});

describe('lists', () => {
  const ratings = [3, 5, 1, 5, 3];
  const ordered = async (sort: string) => {
    const seen: number[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor && `&cursor=${cursor}`;
      const { items, nextCursor } = await reviewsOf(test.client, `?sort=${sort}&limit=2${after}`);
      seen.push(...items.map(({ rating }) => rating));
      cursor = nextCursor;
    }
    return seen;
  };

  it('sort by date and rating, page by page', async () => {
    for (const rating of ratings) await review(await make.vendor(), { rating });
    expect(await ordered('newest')).toEqual([...ratings].reverse());
    expect(await ordered('rating')).toEqual([1, 3, 3, 5, 5]);
    expect(await ordered('-rating')).toEqual([5, 5, 3, 3, 1]);
    const fives = await reviewsOf(test.client, '?rating=5');
    expect(fives).toMatchObject({ total: 2, summary: { count: 5 } });
  });

  it.each(['sort=best', 'rating=6', 'limit=0', 'cursor=nonsense', 'store=1', 'colour=red'])(
    'refuse ?%s',
    (query) =>
      test.client
        .get(`/products/${product.id}/reviews?${query}`)
        .then((answer) => expectError(answer, 400, 'VALIDATION_ERROR')),
  );

  it('show a vendor what was said of the own products', async () => {
    const owner = await make.vendor();
    const [mug, bowl] = [await make.product(owner), await make.product(owner, { isActive: true })];
    await review(critic, { rating: 5 }, mug);
    await review(critic, { rating: 2 }, bowl);
    await review(critic);
    const received = async (query = '') =>
      (await owner.client.get<ReviewPage>(`/reviews/received${query}`)).body.items.map(
        (each) => each.productId,
      );
    expect(await received()).toEqual([bowl.id, mug.id]);
    expect(await received('?rating=5')).toEqual([mug.id]);
    expect(await received(`?store=${bowl.store.id}`)).toEqual([bowl.id]);
    expect(await received(`?store=${product.store.id}`)).toEqual([]);
    expectError(await test.client.get('/reviews/received'), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await buyer.client.get('/reviews/received'), 403, 'PERMISSION_DENIED');
    expectError(await owner.client.get('/reviews/received?store=x'), 400, 'VALIDATION_ERROR');
  });

  it('show users their own', async () => {
    const author = await make.vendor();
    const { id } = await review(author);
    const { body } = await author.client.get<ReviewPage>('/reviews/mine');
    expect(body.items.map((each) => each.id)).toEqual([id]);
    expectError(await test.client.get('/reviews/mine'), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await author.client.get('/reviews/mine?store=1'), 400, 'VALIDATION_ERROR');
  });
});

describe('reviews of a hidden product', () => {
  it('are hidden with it, but their author keeps them', async () => {
    const { id } = await review(critic);
    await vendor.client.patch(`/products/${product.id}`, { isActive: false });
    for (const client of [test.client, buyer.client]) {
      expectError(await client.get(`/products/${product.id}/reviews`), 404, 'NOT_FOUND');
      expectError(await client.get(`/reviews/${id}`), 404, 'NOT_FOUND');
    }
    const other = await make.vendor();
    expectError(await other.client.post(`/products/${product.id}/reviews`, input), 404, 'NOT_FOUND');
    expectError(await other.client.patch(`/reviews/${id}`, { rating: 1 }), 404, 'NOT_FOUND');
    expect((await vendor.client.get(`/products/${product.id}/reviews`)).status).toBe(200);
    expect((await critic.client.get<ReviewPage>('/reviews/mine')).body.items[0]).toMatchObject({ id });
    expect((await critic.client.delete(`/reviews/${id}`)).status).toBe(204);
    expectError(await test.client.get('/products/2147483647/reviews'), 404, 'NOT_FOUND');
  });

  it('that was deleted can still be taken back', async () => {
    const { id } = await review(critic);
    await vendor.client.delete(`/products/${product.id}`);
    expectError(await vendor.client.get(`/reviews/${id}`), 404, 'NOT_FOUND');
    expectError(await vendor.client.put(`/reviews/${id}/reply`, { text: 'x' }), 404, 'NOT_FOUND');
    expect((await critic.client.delete(`/reviews/${id}`)).status).toBe(204);
  });
});
