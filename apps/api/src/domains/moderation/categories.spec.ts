import type { AuditPage } from '@souk/contracts/admin.dto';
import type {
  AdminCategoryDto,
  AdminCategoryList,
  CategoryDto,
  CategoryList,
  CategoryRef,
  CategoryRemovalReport,
} from '@souk/contracts/categories.dto';
import type { ProductDto, ProductPage } from '@souk/contracts/products.dto';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { Factory, created, type Person } from '../../../test/factories';
import { StaffAccounts } from './staff-accounts';

let test: TestApp;
let make: Factory;
let staff: Person;
let vendor: Person;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
  const password = await test.app.get(StaffAccounts).create('ada', 'ada@souk.example');
  const signIn = { username: 'ada', password };
  const { body: tokens } = await test.client.post<Person['tokens']>('/auth/login', signIn);
  staff = { client: test.client.as(tokens), tokens, user: tokens.user, password };
  vendor = await make.vendor();
});
afterAll(() => test.close());

const PATH = '/admin/categories';
const because = { reason: 'Nobody looks for it there.' };
const act = <T = CategoryRef>({ id }: { id: number }, verb: string, body: object) =>
  staff.client.post<T>(`${PATH}/${id}/${verb}`, body);
const add = async (name: string, parent?: CategoryRef) =>
  created(await staff.client.post<CategoryRef>(PATH, { name, parentId: parent?.id }));
const branch = async (...names: string[]) => {
  const path: CategoryRef[] = [];
  for (const name of names) path.push(await add(name, path.at(-1)));
  return path as [CategoryRef, ...CategoryRef[]];
};
const offer = (category: CategoryRef, change = {}) =>
  make.product(vendor, { categoryId: category.id, ...change });
const remove = (category: CategoryRef, into?: CategoryRef) =>
  act<CategoryRemovalReport>(category, 'remove', { ...because, into: into?.id });
const inCategory = async (key: string | number) =>
  (await test.client.get<ProductPage>(`/products?category=${key}`)).body.items.map(({ id }) => id);
const found = async (word: string) =>
  (await test.client.get<ProductPage>(`/products?search=${word}`)).body.items.map(({ id }) => id);
const told = async ({ id }: CategoryRef) =>
  (await staff.client.get<AuditPage>(`/admin/audit?subjectType=category&subjectId=${id}`)).body.items.map(
    ({ action, reason }) => [action, reason],
  );

/** Names and counts, each with what is below. */
type Shape = [name: string, count: number, below: Shape[]];
const shapeOf = ({ name, productCount, children }: CategoryDto | AdminCategoryDto): Shape => [
  name,
  productCount,
  children.map(shapeOf),
];
const tree = async (top: string, path = '/categories') => {
  const { items } = (await staff.client.get<CategoryList | AdminCategoryList>(path)).body;
  return items.filter(({ name }) => name === top).map(shapeOf)[0];
};

it('is nobody else’s', async () => {
  const category = await add('Nobody else’s');
  const requests: [string, object][] = [
    ['', { name: 'Mine' }],
    [`/${category.id}/rename`, { name: 'Mine' }],
    [`/${category.id}/move`, { parentId: null }],
    [`/${category.id}/remove`, because],
  ];
  for (const [path, body] of requests) {
    expectError(await test.client.post(`${PATH}${path}`, body), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await vendor.client.post(`${PATH}${path}`, body), 403, 'PERMISSION_DENIED');
  }
  expectError(await vendor.client.get(PATH), 403, 'PERMISSION_DENIED');
  for (const [path, body] of requests.slice(1)) {
    const missing = path.replace(/\d+/, '2147483647');
    expectError(await staff.client.post(`${PATH}${missing}`, body), 404, 'NOT_FOUND');
  }
});

describe('a category', () => {
  it('is added at the top and below others, and counted with what is below', async () => {
    const [home, lamps] = await branch('Home', 'Lamps');
    expect(home).toEqual({ id: expect.any(Number), name: 'Home', slug: 'home' });
    await offer(home);
    await offer(lamps as CategoryRef);
    await offer(lamps as CategoryRef, { isActive: false });
    expect(await tree('Home')).toEqual(['Home', 2, [['Lamps', 1, []]]]);
    expect(await tree('Home', PATH)).toEqual(['Home', 3, [['Lamps', 2, []]]]);
    const { items } = (await staff.client.get<AdminCategoryList>(PATH)).body;
    expect(items.find(({ id }) => id === home.id)?.ownProductCount).toBe(1);
    expect(await told(home)).toEqual([['create', '“Home”.']]);
  });

  it.each([
    [{}, 'name'],
    [{ name: ' ' }, 'name'],
    [{ name: 'x'.repeat(81) }, 'name'],
    [{ name: 'Two\nlines' }, 'name'],
    [{ name: 'Lost', parentId: 2_147_483_647 }, 'parentId'],
    [{ name: 'Lost', parentId: 'home' }, 'parentId'],
    [{ name: 'Lost', reason: '' }, 'reason'],
    [{ name: 'Lost', slug: 'own' }, 'slug'],
  ])('is not added as %j', async (input, field) => {
    const details = expectError(await staff.client.post(PATH, input), 400, 'VALIDATION_ERROR');
    expect(details).toHaveProperty(field);
  });

  it('has a name unlike those beside it, and a slug unlike all', async () => {
    const [desk] = await branch('Desk', 'Pens');
    expectError(await staff.client.post(PATH, { name: ' DESK ' }), 409, 'DUPLICATE_ENTRY');
    expectError(await staff.client.post(PATH, { name: 'pens', parentId: desk.id }), 409, 'DUPLICATE_ENTRY');
    expect((await add('Pens')).slug).toBe('pens-2');
  });

  it('may be called a number, which is no id', async () => {
    const { slug } = await add('1984');
    expect(slug).toBe('category-1984');
  });

  it('has a slug that fits, however long its name becomes in Latin letters', async () => {
    const first = await add('&'.repeat(80));
    const second = await add('&'.repeat(79));
    expect(first.slug).toHaveLength(140);
    expect(second.slug).toMatch(/and-2$/);
  });

  it('stands on one of five levels', async () => {
    const path = await branch('One', 'Two', 'Three', 'Four', 'Five');
    const parentId = path.at(-1)?.id;
    const details = expectError(
      await staff.client.post(PATH, { name: 'Six', parentId }),
      400,
      'VALIDATION_ERROR',
    );
    expect(details).toEqual({ parentId: ['is too far down: there may be 5 levels of categories'] });
  });
});

describe('a renamed category', () => {
  it('is found by its new name and slug, and by the slug from before', async () => {
    const category = await add('Crockery');
    const { id } = await offer(category);
    expect(await found('crockery')).toEqual([id]);
    const { body } = await act(category, 'rename', { name: 'Tableware', reason: 'It has glasses too.' });
    expect(body).toEqual({ id: category.id, name: 'Tableware', slug: 'tableware' });
    for (const key of ['tableware', 'crockery', category.id]) expect(await inCategory(key)).toEqual([id]);
    expect((await test.client.get<ProductDto>(`/products/${id}`)).body.category).toEqual(body);
    await test.settled();
    expect(await found('tableware')).toEqual([id]);
    expect(await found('crockery')).toEqual([]);
    const { items } = (await test.client.get<CategoryList>('/categories')).body;
    expect(items.find((each) => each.id === category.id)?.formerSlugs).toEqual(['crockery']);
    expect((await told(category))[0]).toEqual([
      'rename',
      '“Crockery” is “Tableware” now.\nIt has glasses too.',
    ]);
  });

  it('takes its former slug back, and lets another have it', async () => {
    const category = await add('Rugs');
    await offer(category);
    await act(category, 'rename', { name: 'Carpets' });
    expect((await act(category, 'rename', { name: 'Rugs' })).body.slug).toBe('rugs');
    await act(category, 'rename', { name: 'Carpets' });
    expect((await add('Rugs')).slug).toBe('rugs');
    expect(await inCategory('rugs')).toEqual([]);
  });

  it('gets what a file calls by its former name, for files are older than the tree', async () => {
    const category = await add('Notepads');
    await act(category, 'rename', { name: 'Notebooks' });
    const store = await make.store(vendor);
    const csv = 'Handle,Title,Body (HTML),Type,Variant Price\npad,Pad,A pad,notepads,3.00\n';
    const file = { name: 'goods.csv', type: 'text/csv', bytes: Buffer.from(csv) };
    await vendor.client.upload('POST', `/stores/${store.id}/imports`, file);
    await test.settled();
    const { items } = (await test.client.get<ProductPage>(`/products?store=${store.id}`)).body;
    expect(items).toMatchObject([{ name: 'Pad', category: { id: category.id, name: 'Notebooks' } }]);
    expect(await tree('notepads')).toBeUndefined();
  });

  it('keeps the name that it has, or gets one that nothing beside it has', async () => {
    const [first] = [await add('Hats'), await add('Caps')];
    expectError(await act(first, 'rename', { name: 'caps' }), 409, 'DUPLICATE_ENTRY');
    expectError(await act(first, 'rename', { name: 'Hats' }), 400, 'VALIDATION_ERROR');
    expect((await act(first, 'rename', { name: 'HATS' })).body.slug).toBe('hats');
    expect(await told(first)).toHaveLength(2);
  });
});

describe('a moved category', () => {
  it('takes along what is below it', async () => {
    const [, tea, bags] = await branch('Kitchen', 'Tea', 'Tea bags');
    const pantry = await add('Pantry');
    await offer(bags as CategoryRef);
    await act(tea as CategoryRef, 'move', { parentId: pantry.id, ...because });
    expect(await tree('Pantry')).toEqual(['Pantry', 1, [['Tea', 1, [['Tea bags', 1, []]]]]]);
    expect(await tree('Kitchen')).toEqual(['Kitchen', 0, []]);
    expect(await told(tea as CategoryRef)).toContainEqual([
      'move',
      '“Tea” from “Kitchen” to “Pantry”.\nNobody looks for it there.',
    ]);
    await act(tea as CategoryRef, 'move', { parentId: null });
    expect(await tree('Tea')).toEqual(['Tea', 1, [['Tea bags', 1, []]]]);
  });

  it('makes no circle', async () => {
    const [a, b, c] = await branch('Circle A', 'Circle B', 'Circle C');
    for (const parent of [a, b, c]) {
      const answer = await act(a, 'move', { parentId: parent?.id });
      const details = expectError(answer, 400, 'VALIDATION_ERROR');
      expect(details).toEqual({ parentId: ['must be neither the category itself nor one below it'] });
    }
  });

  it('makes no circle with another that moves at the same time', async () => {
    const [a, b] = [await add('Circle D'), await add('Circle E')];
    const answers = await Promise.all([
      act(a, 'move', { parentId: b.id }),
      act(b, 'move', { parentId: a.id }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    expect((await tree('Circle D')) ?? (await tree('Circle E'))).toBeDefined();
  });

  it('finds no namesake there, and room for all that is below it', async () => {
    const [, namesake] = await branch('Garden', 'Pots');
    const pots = await add('Pots');
    const { id: garden } = (await staff.client.get<AdminCategoryList>(PATH)).body.items.find(
      ({ name }) => name === 'Garden',
    ) as AdminCategoryDto;
    expectError(await act(pots, 'move', { parentId: garden }), 409, 'DUPLICATE_ENTRY');
    const deep = await branch('L1', 'L2', 'L3', 'L4');
    await add('Clay', namesake);
    const answer = await act(namesake as CategoryRef, 'move', { parentId: deep[3]?.id });
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty('parentId');
    for (const body of [{}, { parentId: garden }])
      expectError(await act(namesake as CategoryRef, 'move', body), 400, 'VALIDATION_ERROR');
  });
});

describe('a removed category', () => {
  it('leaves its products and subcategories to the one above', async () => {
    const [, music, vinyl] = await branch('Media', 'Music', 'Vinyl');
    const product = await offer(music as CategoryRef);
    const hidden = await offer(music as CategoryRef, { isActive: false });
    await offer(vinyl as CategoryRef);
    const { body } = await remove(music as CategoryRef);
    expect(body).toMatchObject({ into: { name: 'Media' }, products: 2, categories: 1 });
    expect(await tree('Media')).toEqual(['Media', 2, [['Vinyl', 1, []]]]);
    expect((await vendor.client.get<ProductDto>(`/products/${hidden.id}`)).body.category?.name).toBe('Media');
    await test.settled();
    expect(await found('media')).toContain(product.id);
    expect(await found('music')).toEqual([]);
    expect(await inCategory('music')).toContain(product.id);
    expect((await told(music as CategoryRef))[0]).toEqual([
      'remove',
      '“Music”. Products: 2, subcategories: 1, now in “Media”.\nNobody looks for it there.',
    ]);
    expectError(await remove(music as CategoryRef), 404, 'NOT_FOUND');
  });

  it('becomes one with another, links from before too', async () => {
    const [cups, espresso] = await branch('Cups', 'Espresso cups');
    await act(cups, 'rename', { name: 'Teacups' });
    const mugs = await add('Mugs');
    const { id } = await offer(cups);
    const { body } = await remove(cups, mugs);
    expect(body).toEqual({ into: mugs, products: 1, categories: 1 });
    expect(await tree('Mugs')).toEqual(['Mugs', 1, [['Espresso cups', 0, []]]]);
    for (const key of ['mugs', 'cups', 'teacups']) expect(await inCategory(key)).toEqual([id]);
    expect((await act(espresso as CategoryRef, 'move', { parentId: null })).status).toBe(200);
  });

  it('goes without another only if it has one above, or no products', async () => {
    const [top, below] = await branch('Outdoors', 'Tents');
    await offer(top);
    expect(expectError(await remove(top), 400, 'VALIDATION_ERROR')).toHaveProperty('into');
    for (const into of [top, below])
      expect(expectError(await remove(top, into), 400, 'VALIDATION_ERROR')).toHaveProperty('into');
    expect(expectError(await act(top, 'remove', {}), 400, 'VALIDATION_ERROR')).toHaveProperty('reason');
    expect(await told(top)).toHaveLength(1);
    const [bare] = await branch('Bare', 'Left over');
    expect((await remove(bare)).body).toEqual({ into: null, products: 0, categories: 1 });
    expect(await tree('Left over')).toEqual(['Left over', 0, []]);
  });

  it('leaves no two of one name beside each other, and nothing too far down', async () => {
    const [winter] = await branch('Winter', 'Scarves');
    const [summer] = await branch('Summer', 'Scarves');
    expectError(await remove(winter, summer), 409, 'DUPLICATE_ENTRY');
    const low = (await branch('A1', 'A2', 'A3', 'A4', 'A5')).at(-1);
    expect(expectError(await remove(winter, low), 400, 'VALIDATION_ERROR')).toHaveProperty('into');
  });

  it('takes no product with it that comes in at the same moment', async () => {
    const [above, going] = await branch('Above', 'Going');
    const { id: storeId } = await make.store(vendor);
    const offers = Array.from({ length: 8 }, () =>
      vendor.client.post<ProductDto>('/products', {
        ...{ storeId, name: 'Late', description: 'Late.', price: '1.00', stockQuantity: 1 },
        categoryId: going?.id,
      }),
    );
    const [{ status }, ...answers] = await Promise.all([remove(going as CategoryRef), ...offers]);
    expect(status).toBe(200);
    const made = answers.filter((answer) => answer.status === 201).map(({ body }) => body.id);
    for (const answer of answers.filter((each) => each.status !== 201))
      expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty('categoryId');
    expect(new Set(await inCategory(above.id))).toEqual(new Set(made));
  });
});
