import type { DigitalFileDto, ImageDto } from '@souk/contracts/product-media.dto';
import type { ProductDto } from '@souk/contracts/products.dto';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '~/lib/api';
import { ApiError } from '~/lib/api-error';
import { upload } from '~/lib/upload';
import {
  type GalleryItem,
  type ProductValues,
  toBasics,
  toGalleryItem,
  toOffer,
  toVariants,
} from '../model/product-values';

/** What is being uploaded. */
export interface UploadProgress {
  label: string;
  /** 0 to 1. */
  share: number;
  /** Of the picture. */
  key?: string;
}

/** A product as it was read, and the tag by which the server knows whether it still is so. */
export interface KnownProduct {
  product: ProductDto;
  etag: string | null;
}

interface SaveProduct {
  values: ProductValues;
  /** Null for one that does not exist yet. */
  before: KnownProduct | null;
  onProgress: (progress: UploadProgress) => void;
}

export interface SavedProduct {
  known: KnownProduct;
  /** Saved pictures, and those that could not be. */
  gallery: GalleryItem[];
  /** What a digital product delivers, if it could not be uploaded. */
  file: File | null;
  /** Whole sentences; empty when everything went well. */
  problems: string[];
}

export async function readProduct(id: number, signal?: AbortSignal): Promise<KnownProduct> {
  const answer = api.GET('/api/products/{id}', { params: { path: { id } }, signal });
  const product = await unwrap(answer);
  return { product, etag: (await answer).response.headers.get('etag') };
}

/** Read anew for every form: what an older one knew may be stale. */
export const knownProductQuery = (id: number) =>
  queryOptions({
    queryKey: ['products', id, 'to edit'],
    queryFn: ({ signal }) => readProduct(id, signal),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/**
 * Saves the product, then its pictures and its file. Rejects when the product itself is refused, which it is when
 * somebody has changed it since it was read; an upload that
 * fails is a problem among others. A new product is hidden until its pictures are there, so that nobody, the
 * announcement included, meets it bare.
 */
export async function saveProduct({ values, before, onProgress }: SaveProduct): Promise<SavedProduct> {
  const uploads = values.file !== null || values.gallery.some(({ file }) => file !== null);
  const isHeldBack = uploads && values.isActive && !before?.product.isActive;
  const { id } = await write(values, before, isHeldBack);
  const pictures = await saveGallery(id, before?.product.images ?? [], values.gallery, onProgress);
  const fileProblems = await saveFile(id, values, onProgress);
  const problems = [...pictures.problems, ...fileProblems];
  if (isHeldBack && problems.length === 0) {
    await unwrap(api.PATCH('/api/products/{id}', { params: { path: { id } }, body: { isActive: true } }));
  }
  const known = await readProduct(id);
  return { known, gallery: pictures.gallery, file: fileProblems.length > 0 ? values.file : null, problems };
}

function write(values: ProductValues, before: KnownProduct | null, isHeldBack: boolean): Promise<ProductDto> {
  const basics = { ...toBasics(values), ...(isHeldBack && { isActive: false }) };
  if (!before) {
    const body = { ...basics, storeId: Number(values.storeId), variants: toVariants(values) };
    return unwrap(api.POST('/api/products', { body }));
  }
  const { product, etag } = before;
  const params = { path: { id: product.id }, header: etag ? { 'If-Match': etag } : {} };
  const body = { ...basics, ...toOffer(values, product) };
  return unwrap(api.PATCH('/api/products/{id}', { params, body }));
}

async function saveGallery(
  id: number,
  before: readonly ImageDto[],
  wanted: readonly GalleryItem[],
  onProgress: SaveProduct['onProgress'],
): Promise<Pick<SavedProduct, 'gallery' | 'problems'>> {
  const problems: string[] = [];
  const kept = new Set(wanted.map(({ saved }) => saved?.id));
  const order: number[] = [];
  for (const { id: imageId } of before) {
    if (kept.has(imageId)) order.push(imageId);
    else await attempt(problems, 'A picture could not be deleted', () => removeImage(id, imageId));
  }

  const gallery: GalleryItem[] = [];
  const files = wanted.filter(({ file }) => file !== null);
  for (const item of wanted) {
    const done = await attempt(problems, `${item.file?.name ?? 'A picture'} could not be saved`, () =>
      saveImage(id, item, (share) => {
        const label = `Uploading picture ${files.indexOf(item) + 1} of ${files.length}`;
        onProgress({ label, share, key: item.key });
      }),
    );
    gallery.push(done ?? item);
    if (done?.saved && !order.includes(done.saved.id)) order.push(done.saved.id);
  }
  await attempt(problems, 'The order of the pictures could not be saved', () =>
    sortImages(id, order, gallery),
  );
  return { gallery, problems };
}

async function saveImage(
  id: number,
  item: GalleryItem,
  onShare: (share: number) => void,
): Promise<GalleryItem> {
  const alt = item.alt.trim();
  if (item.file) {
    onShare(0);
    const options = { method: 'POST' as const, fields: { alt }, onProgress: onShare };
    return toGalleryItem(await upload<ImageDto>(`/api/products/${id}/images`, item.file, options));
  }
  if (!item.saved || item.saved.alt === alt) return item;
  return toGalleryItem(await patchImage(id, item.saved.id, { alt }));
}

/** Moves only what stands in the wrong place. `order` is how the server has them, and follows. */
async function sortImages(id: number, order: number[], wanted: readonly GalleryItem[]): Promise<void> {
  const ids = wanted.flatMap(({ saved }) => saved?.id ?? []);
  for (const [position, imageId] of ids.entries()) {
    if (order[position] === imageId) continue;
    await patchImage(id, imageId, { position });
    order.splice(order.indexOf(imageId), 1);
    order.splice(position, 0, imageId);
  }
}

async function saveFile(
  id: number,
  { digital, file }: ProductValues,
  onProgress: SaveProduct['onProgress'],
): Promise<string[]> {
  const problems: string[] = [];
  if (!digital || !file) return problems;
  await attempt(problems, `${file.name} could not be uploaded`, () =>
    upload<DigitalFileDto>(`/api/products/${id}/file`, file, {
      method: 'PUT',
      onProgress: (share) => onProgress({ label: `Uploading ${file.name}`, share }),
    }),
  );
  return problems;
}

const patchImage = (id: number, imageId: number, body: { alt?: string; position?: number }) =>
  unwrap(api.PATCH('/api/products/{id}/images/{imageId}', { params: { path: { id, imageId } }, body }));

const removeImage = (id: number, imageId: number) =>
  unwrap(api.DELETE('/api/products/{id}/images/{imageId}', { params: { path: { id, imageId } } }));

async function attempt<Result>(
  problems: string[],
  what: string,
  work: () => Promise<Result>,
): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    problems.push(`${what}: ${error.message}`);
    return null;
  }
}
