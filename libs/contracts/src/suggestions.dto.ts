import { CategoryRef } from './categories.dto';
import { ImageDto } from './product-media.dto';
import { StoreRef } from './stores.dto';

export class SuggestedProduct {
  /** @example 12 */
  id: number;
  /** @example Ember stoneware mug */
  name: string;
  /** @example ember-stoneware-mug */
  slug: string;
  store: StoreRef;
  /** The lowest price of its variants. @example 19.99 */
  price: string;
  /** ISO 4217. @example USD */
  currency: string;
  image: ImageDto | null;
}

/** At most 8 in all; of each kind those that begin with what was typed first. */
export class Suggestions {
  /** Best sold first. */
  products: SuggestedProduct[];
  /** With something for sale. */
  categories: CategoryRef[];
  /** With something for sale. */
  stores: StoreRef[];
}
