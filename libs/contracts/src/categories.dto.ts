import { Page } from './common.dto';

export class CategoryRef {
  /** @example 2 */
  id: number;
  /** @example Ceramics */
  name: string;
  /** @example ceramics */
  slug: string;
}

export class CategoryDto extends CategoryRef {
  parentId: number | null;
  /** Active products in it and below. @example 12 */
  productCount: number;
  children: CategoryDto[];
}

export class CategoryList extends Page {
  items: CategoryDto[];
}
