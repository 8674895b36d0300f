import type { ImageDto } from '@souk/contracts/product-media.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import { ApiError } from '~/lib/api-error';
import { upload } from '~/lib/upload';
import { type ProductValues, newValues, toValues } from '../model/product-values';
import { saveProduct } from './save-product';

jest.mock('~/lib/upload');
const uploadMock = jest.mocked(upload);

const picture = (id: number): ImageDto => ({
  ...{ id, url: `/${id}`, srcset: '', sources: [], alt: '', width: 8, height: 10, colour: null },
});

const product: ProductDto = {
  id: 7,
  store: { id: 3, name: 'Ember and Ash', slug: 'ember-and-ash' },
  category: null,
  name: 'Mug',
  slug: 'mug',
  description: 'Stoneware.',
  price: '18.00',
  compareAtPrice: null,
  currency: 'USD',
  stockQuantity: 12,
  images: [picture(1), picture(2), picture(3)],
  digital: false,
  isActive: true,
  announce: true,
  status: 'active',
  variants: [{ id: 41, sku: null, options: {}, price: '18.00', compareAtPrice: null, stockQuantity: 12 }],
  averageRating: null,
  reviewCount: 0,
  createdAt: '2026-11-02T09:30:00.000Z',
  updatedAt: '2026-11-02T09:30:00.000Z',
};

let calls: { call: string; body: unknown; ifMatch?: string | null }[];

beforeEach(() => {
  calls = [];
  uploadMock.mockReset();
  globalThis.fetch = jest.fn(async (input: RequestInfo | URL) => {
    const request = input as Request;
    const text = await request.text();
    const path = new URL(request.url).pathname.replace('/api/products', '');
    const ifMatch = request.headers.get('if-match');
    calls.push({ call: `${request.method} ${path}`, body: text ? JSON.parse(text) : undefined, ifMatch });
    if (request.method === 'DELETE') return new Response(null, { status: 204 });
    const image = /images\/(\d+)/.exec(path);
    const headers = { etag: '"now"' };
    return Response.json(image ? picture(Number(image[1])) : product, { headers });
  });
});

const save = (values: ProductValues, before: ProductDto | null) =>
  saveProduct({
    values,
    before: before && { product: before, etag: '"then"' },
    onProgress: () => undefined,
  });
const sent = (call: string) => calls.filter((each) => each.call === call).map(({ body }) => body);
const file = (name: string) => ({ key: name, saved: null, file: new File(['…'], name), alt: '' });

const fresh: ProductValues = {
  ...newValues(3),
  name: 'Mug',
  description: 'Stoneware.',
  variants: [{ id: null, values: [], sku: '', price: '18', compareAtPrice: '', stockQuantity: '12' }],
};

it('creates an active product at once when nothing has to be uploaded', async () => {
  await save(fresh, null);
  expect(sent('POST ')).toEqual([
    {
      storeId: 3,
      name: 'Mug',
      description: 'Stoneware.',
      digital: false,
      isActive: true,
      announce: true,
      categoryId: null,
      variants: [{ sku: null, options: {}, price: '18', compareAtPrice: null, stockQuantity: 12 }],
    },
  ]);
  expect(calls).not.toContainEqual(expect.objectContaining({ call: 'PATCH /7' }));
});

it('keeps a new product hidden until its pictures are there', async () => {
  uploadMock.mockImplementation(async () => {
    calls.push({ call: 'upload', body: undefined });
    return picture(9);
  });
  const { problems } = await save({ ...fresh, gallery: [file('a.jpg')] }, null);
  expect(problems).toEqual([]);
  expect(sent('POST ')).toMatchObject([{ isActive: false }]);
  expect(calls.map(({ call }) => call)).toEqual(['POST ', 'upload', 'PATCH /7', 'GET /7']);
  expect(sent('PATCH /7')).toEqual([{ isActive: true }]);
});

it('leaves it hidden when a picture is refused, and keeps the picture for another try', async () => {
  uploadMock.mockRejectedValueOnce(new ApiError(400, 'VALIDATION_ERROR', 'It is no picture.'));
  uploadMock.mockResolvedValueOnce(picture(9));
  const { gallery, problems } = await save({ ...fresh, gallery: [file('a.jpg'), file('b.jpg')] }, null);
  expect(problems).toEqual(['a.jpg could not be saved: It is no picture.']);
  expect(gallery).toMatchObject([
    { key: 'a.jpg', saved: null },
    { key: 'saved-9', saved: { id: 9 } },
  ]);
  expect(sent('PATCH /7')).toEqual([]);
});

it('does not send prices and stock that were not touched, so that sales go on counting', async () => {
  await save({ ...toValues(product), name: 'Cup' }, product);
  const [body] = sent('PATCH /7');
  expect(body).toMatchObject({ name: 'Cup' });
  expect(Object.keys(body as object)).not.toEqual(expect.arrayContaining(['variants']));
  expect(Object.keys(body as object)).not.toEqual(expect.arrayContaining(['stockQuantity']));
});

it('names the version that was read, and knows the one that it has made', async () => {
  const { known } = await save({ ...toValues(product), name: 'Cup' }, product);
  expect(calls.find(({ call }) => call === 'PATCH /7')?.ifMatch).toBe('"then"');
  expect(known).toEqual({ product, etag: '"now"' });
});

it('sends a new price without the stock', async () => {
  const values = toValues(product);
  await save({ ...values, variants: values.variants.map((row) => ({ ...row, price: '20' })) }, product);
  expect(sent('PATCH /7')).toEqual([expect.objectContaining({ price: '20', compareAtPrice: null })]);
  expect(sent('PATCH /7')).toEqual([expect.not.objectContaining({ stockQuantity: 12 })]);
});

it('deletes, describes and moves only the pictures that need it', async () => {
  const values = toValues(product);
  const [one, , three] = values.gallery;
  if (!one || !three) throw new Error('There are three pictures.');
  await save({ ...values, gallery: [{ ...three, alt: 'From above' }, one] }, product);
  const media = calls.filter(({ call }) => call.includes('/images/'));
  expect(media).toMatchObject([
    { call: 'DELETE /7/images/2', body: undefined },
    { call: 'PATCH /7/images/3', body: { alt: 'From above' } },
    { call: 'PATCH /7/images/3', body: { position: 0 } },
  ]);
});
