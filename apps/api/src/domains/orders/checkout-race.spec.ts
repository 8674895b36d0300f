import type { OrderDto } from '@souk/contracts/orders.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError, type Client } from '../../../test/client';
import { Factory, orderInput, type Person } from '../../../test/factories';

const ROUNDS = 10;
const BUYERS = 100;
const STOCK = 10;

let test: TestApp;
let make: Factory;
let vendor: Person;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
  vendor = await make.vendor();
});
afterAll(() => test.close());

it.each(Array.from({ length: ROUNDS }, (_, round) => [round + 1]))(
  `sells ${STOCK} to ${BUYERS} who want them at once, round %i`,
  async () => {
    const product = await make.product(vendor, { stockQuantity: STOCK });
    const guests = await inParallel(() => make.guest(product));
    const answers = await Promise.all(guests.map((guest) => guest.post<OrderDto>('/orders', orderInput)));

    const [sold, refused] = [201, 409].map((code) => answers.filter(({ status }) => status === code));
    expect([sold?.length, refused?.length]).toEqual([STOCK, BUYERS - STOCK]);
    expect(new Set(sold?.map(({ body }) => body.number)).size).toBe(STOCK);
    for (const answer of sold ?? [])
      expect(answer.body).toMatchObject({ complete: true, totalAmount: '10.00' });
    const details = { [product.variants[0]?.id ?? 0]: { available: 0, requested: 1 } };
    for (const answer of refused ?? []) expect(expectError(answer, 409, 'OUT_OF_STOCK')).toEqual(details);

    const { body } = await test.client.get<ProductDto>(`/products/${product.id}`);
    expect(body).toMatchObject({ stockQuantity: 0, variants: [{ stockQuantity: 0 }] });
  },
);

const inParallel = (makeOne: () => Promise<Client>) => Promise.all(Array.from({ length: BUYERS }, makeOne));
