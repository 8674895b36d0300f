import { startApp, type TestApp } from './app';
import { SECRET } from './isolation/callers';
import { Matrix } from './isolation/matrix';
import { operationsOf, type Operation } from './isolation/operations';
import { REFERENCES, tell } from './isolation/references';
import { RULES, classify } from './isolation/rules';
import { World } from './isolation/world';

let test: TestApp;
let operations: Operation[];
let world: World;
beforeAll(async () => {
  test = await startApp({ JWT_SECRET: SECRET, SOCIAL: 'log', WORKER: 'off' });
  operations = operationsOf(test.document);
  world = await World.build(test);
});
afterAll(() => test.close());

it.each(REFERENCES)('ids in bodies and queries: $name', async (reference) => {
  const before = await world.contents.digest();
  const { foreign, missing } = await tell(world, reference);
  expect(foreign.status).toBe(reference.status);
  if (!reference.visible) expect(foreign).toEqual(missing);
  expect(await world.contents.digest()).toEqual(before);
});

it('answers every caller about every thing as the rules say', async () => {
  const { cells, problems } = await (await Matrix.over(world)).run(classify(operations));
  console.info(`${cells} cells over ${operations.length} operations`);
  expect(problems).toEqual([]);
  expect(cells).toBeGreaterThan(5000);
});

describe('an operation that nobody has classified', () => {
  const stray: Operation = {
    name: 'GET /api/ledgers/{id}',
    method: 'GET',
    path: '/api/ledgers/{id}',
    access: 'user',
    pathParams: ['id'],
    queryParams: [],
    body: null,
    isEndless: false,
  };

  it('fails by its name when its address is new', () =>
    expect(() => classify([...operations, stray])).toThrow('GET /api/ledgers/{id} (x-access user'));

  it('fails by its name when its access is new', () => {
    const changed = operations.map((operation) =>
      operation.name === 'GET /api/cart' ? { ...operation, access: 'accountant' } : operation,
    );
    expect(() => classify(changed)).toThrow('GET /api/cart (x-access accountant');
  });

  it('fails by its name when its rule goes', () => {
    const { 'author: review': _, ...others } = RULES;
    expect(() => classify(operations, others)).toThrow('DELETE /api/reviews/{id} (x-access author');
  });
});
