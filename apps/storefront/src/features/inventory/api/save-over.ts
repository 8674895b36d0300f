import { ApiError } from '~/lib/api-error';
import { changedMeanwhile, type Meanwhile, withStockOf } from '../model/meanwhile';
import { type ProductValues, toValues } from '../model/product-values';
import {
  type KnownProduct,
  type SavedProduct,
  type UploadProgress,
  readProduct,
  saveProduct,
} from './save-product';

/** Somebody has changed the product while the form stood open; nothing is saved yet. */
export interface StaleEdit {
  current: KnownProduct;
  /** What the vendor wants to save. */
  values: ProductValues;
  meanwhile: Meanwhile[];
}

const TRIES = 3;

/**
 * Saves over what the form has shown. What has changed since is the vendor's to judge, but for what nobody enters
 * there: sales move the stock, and reviews come in, without a question.
 */
export async function saveOver(
  values: ProductValues,
  before: KnownProduct | null,
  onProgress: (progress: UploadProgress) => void,
): Promise<SavedProduct | StaleEdit> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await saveProduct({ values, before, onProgress });
    } catch (error) {
      const isStale = error instanceof ApiError && error.code === 'PRECONDITION_FAILED';
      if (!before || !isStale || attempt === TRIES) throw error;
      const current = await readProduct(before.product.id);
      const [base, now] = [toValues(before.product), toValues(current.product)];
      values = withStockOf(now, base, values);
      const meanwhile = changedMeanwhile(withStockOf(now, base, base), values, now);
      if (meanwhile.length > 0) return { current, values, meanwhile };
      before = current;
    }
  }
}
