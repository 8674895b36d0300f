import type { StoreDto, StorePage, VendorDto } from '@souk/contracts/stores.dto';
import sharp from 'sharp';
import { startApp, type TestApp } from '../../../test/app';
import { expectError } from '../../../test/client';
import { Factory, type Person } from '../../../test/factories';

let test: TestApp;
let make: Factory;
let vendor: Person;
let other: Person;
let buyer: Person;
beforeAll(async () => {
  test = await startApp();
  make = new Factory(test.client);
  [vendor, other, buyer] = [await make.vendor(), await make.vendor(), await make.buyer()];
});
afterAll(() => test.close());

const input = { name: 'Ember & Ash', description: 'Stoneware.', shippingFee: '4.9', freeShippingOver: 60 };

describe('opening a store', () => {
  it('answers with the whole store and where it is', async () => {
    const { status, body, headers } = await vendor.client.post<StoreDto>('/stores', input);
    expect(status).toBe(201);
    expect(headers.location).toBe(`/api/stores/${body.id}`);
    expect(body).toMatchObject({
      vendor: { id: vendor.user.id, username: vendor.user.username },
      slug: 'ember-and-ash',
      shippingFee: '4.90',
      freeShippingOver: '60.00',
      isActive: true,
      productCount: 0,
      averageRating: null,
      logo: null,
    });
    expect((await test.client.get<StoreDto>(`/stores/${body.id}/`)).body).toEqual(body);
  });

  it('is for vendors', async () => {
    expectError(await test.client.post('/stores', input), 401, 'AUTHENTICATION_REQUIRED');
    expectError(await buyer.client.post('/stores', input), 403, 'PERMISSION_DENIED');
  });

  it.each([
    [{ name: '' }, 'name'],
    [{ name: 'x'.repeat(81) }, 'name'],
    [{ name: null }, 'name'],
    [{ name: 'Kiln\u202e& rebmE' }, 'name'],
    [{ description: 7 }, 'description'],
    [{ shippingFee: '-1' }, 'shippingFee'],
    [{ shippingFee: '1.999' }, 'shippingFee'],
    [{ shippingFee: 1e300 }, 'shippingFee'],
    [{ email: 'nowhere' }, 'email'],
    [{ isActive: 'yes' }, 'isActive'],
    [{ vendorId: 1 }, 'vendorId'],
    [{ averageRating: 5 }, 'averageRating'],
  ])('refuses %p', async (change, field) => {
    const answer = await vendor.client.post('/stores', { ...input, ...change });
    expect(expectError(answer, 400, 'VALIDATION_ERROR')).toHaveProperty([field]);
  });
});

describe('changing a store', () => {
  it('PATCH keeps the rest, PUT resets it', async () => {
    const store = await make.store(vendor, { phone: '+1 555 0100', shippingFee: '3.00' });
    const patched = await vendor.client.patch<StoreDto>(`/stores/${store.id}`, { name: 'Renamed' });
    expect(patched.body).toMatchObject({
      name: 'Renamed',
      slug: 'renamed',
      phone: '+1 555 0100',
      shippingFee: '3.00',
    });
    const put = await vendor.client.put<StoreDto>(`/stores/${store.id}`, {
      name: 'Again',
      description: 'New.',
    });
    expect(put.body).toMatchObject({ name: 'Again', description: 'New.', phone: null, shippingFee: '0.00' });
  });

  it('is for its vendor', async () => {
    const store = await make.store(vendor);
    for (const method of ['put', 'patch', 'delete'] as const) {
      const path = `/stores/${store.id}`;
      expectError(await test.client[method](path, input), 401, 'AUTHENTICATION_REQUIRED');
      expectError(await other.client[method](path, input), 403, 'PERMISSION_DENIED');
      expectError(await buyer.client[method](path, input), 403, 'PERMISSION_DENIED');
    }
  });

  it('refuses invalid input from its vendor', async () => {
    const store = await make.store(vendor);
    expectError(await vendor.client.patch(`/stores/${store.id}`, { name: null }), 400, 'VALIDATION_ERROR');
    expectError(
      await vendor.client.put(`/stores/${store.id}`, { name: 'Only a name' }),
      400,
      'VALIDATION_ERROR',
    );
  });
});

describe('hiding and closing', () => {
  it('makes an inactive store look like a missing one to everybody else', async () => {
    const store = await make.store(vendor, { isActive: false });
    const missing = await other.client.get<object>('/stores/2147483647');
    for (const client of [test.client, other.client, buyer.client]) {
      const hidden = await client.get<object>(`/stores/${store.id}`);
      expectError(hidden, 404, 'NOT_FOUND');
      expect({ ...hidden.body, requestId: '' }).toEqual({ ...missing.body, requestId: '' });
    }
    expectError(await other.client.patch(`/stores/${store.id}`, { name: 'Mine now' }), 404, 'NOT_FOUND');
    expect((await vendor.client.get(`/stores/${store.id}`)).status).toBe(200);
  });

  it('lists inactive stores for their vendor only', async () => {
    const owner = await make.vendor();
    await make.store(owner);
    await make.store(owner, { isActive: false });
    expect((await owner.client.get<StorePage>('/stores/my-stores')).body.total).toBe(2);
    expect((await test.client.get<StorePage>(`/vendors/${owner.user.id}/stores`)).body.total).toBe(1);
    expectError(await buyer.client.get('/stores/my-stores'), 403, 'PERMISSION_DENIED');
    expectError(await test.client.get('/stores/my-stores'), 401, 'AUTHENTICATION_REQUIRED');
  });

  it('is gone for its vendor too once deleted', async () => {
    const store = await make.store(vendor);
    expect((await vendor.client.delete(`/stores/${store.id}`)).status).toBe(204);
    expectError(await vendor.client.get(`/stores/${store.id}`), 404, 'NOT_FOUND');
    expectError(await vendor.client.delete(`/stores/${store.id}`), 404, 'NOT_FOUND');
  });
});

describe('listing', () => {
  it('pages without gaps or repeats while stores are opened', async () => {
    const owner = await make.vendor();
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five'])
      await make.store(owner, { name: `Paged ${name}` });
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const after: string = cursor ? `&cursor=${cursor}` : '';
      const { body } = await test.client.get<StorePage>(`/stores?search=paged&sort=name&limit=2${after}`);
      seen.push(...body.items.map((store) => store.name));
      cursor = body.nextCursor;
      await make.store(owner, { name: 'Paged Aardvark' });
    }
    expect(seen).toEqual(['Paged Five', 'Paged Four', 'Paged One', 'Paged Three', 'Paged Two']);
  });

  it('finds a percent sign as what it is', async () => {
    await make.store(vendor, { name: 'Hundred % Wool' });
    const { body } = await test.client.get<StorePage>('/stores?search=%25');
    expect(body.items.map((store) => store.name)).toEqual(['Hundred % Wool']);
  });

  it.each([
    'limit=0',
    'limit=101',
    'limit=x',
    'cursor=nonsense',
    'sort=price',
    'colour=red',
    'limit=5&limit=6',
    'search[a]=b',
  ])('refuses ?%s', async (query) =>
    expectError(await test.client.get(`/stores?${query}`), 400, 'VALIDATION_ERROR'),
  );

  it('refuses a cursor of another sort', async () => {
    const { body } = await test.client.get<StorePage>('/stores?limit=1&sort=name');
    expect(body.nextCursor).not.toBeNull();
    expectError(
      await test.client.get(`/stores?sort=newest&cursor=${body.nextCursor}`),
      400,
      'VALIDATION_ERROR',
    );
  });
});

describe('vendors', () => {
  it('have a public card', async () => {
    const owner = await make.user('vendor', { firstName: 'Mara', phone: '+1 555 0100' });
    await make.store(owner);
    const { body } = await test.client.get<VendorDto>(`/vendors/${owner.user.id}`);
    expect(body).toEqual({
      id: owner.user.id,
      username: owner.user.username,
      firstName: 'Mara',
      storeCount: 1,
      productCount: 0,
      averageRating: null,
      reviewCount: 0,
      createdAt: expect.any(String),
    });
  });

  it('are not buyers', async () => {
    expectError(await test.client.get(`/vendors/${buyer.user.id}`), 404, 'NOT_FOUND');
    expectError(await test.client.get(`/vendors/${buyer.user.id}/stores`), 404, 'NOT_FOUND');
    expectError(await test.client.get('/vendors/abc'), 400, 'VALIDATION_ERROR');
  });
});

describe('pictures of a store', () => {
  const png = () =>
    sharp({ create: { width: 600, height: 600, channels: 3, background: '#c8741a' } })
      .png()
      .toBuffer();

  it.each(['logo', 'banner'] as const)('sets its %s', async (which) => {
    const store = await make.store(vendor);
    const file = { name: 'logo.png', type: 'image/png', bytes: await png() };
    const { status, body } = await vendor.client.upload<StoreDto>(
      'PUT',
      `/stores/${store.id}/${which}`,
      file,
    );
    expect(status).toBe(200);
    const picture = await test.client.get<string>(body[which] ?? '');
    expect(picture.status).toBe(200);
    expect(picture.headers['cache-control']).toContain('immutable');
    expectError(
      await other.client.upload('PUT', `/stores/${store.id}/${which}`, file),
      403,
      'PERMISSION_DENIED',
    );
    expectError(
      await test.client.upload('PUT', `/stores/${store.id}/${which}`, file),
      401,
      'AUTHENTICATION_REQUIRED',
    );
  });

  it('refuses what is no picture, whatever its name', async () => {
    const store = await make.store(vendor);
    const file = {
      name: 'logo.png',
      type: 'image/png',
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    };
    expectError(await vendor.client.upload('PUT', `/stores/${store.id}/logo`, file), 400, 'VALIDATION_ERROR');
    expectError(await vendor.client.put(`/stores/${store.id}/logo`, {}), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });
});
