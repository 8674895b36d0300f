import { IsOptional, ValidateIf } from 'class-validator';
import { Page } from './common.dto';
import { LIMITS } from './limits';
import { Id, Line, Optional, Text } from './validators';

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
  /** Of its earlier names, and of categories merged into it: they still work in `?category=`. @example ["pottery"] */
  formerSlugs: string[];
  /** Active products in it and below. @example 12 */
  productCount: number;
  children: CategoryDto[];
}

export class CategoryList extends Page {
  items: CategoryDto[];
}

export class AdminCategoryDto extends CategoryRef {
  parentId: number | null;
  /** Products in it and below, hidden ones too. @example 14 */
  productCount: number;
  /** Products in the category itself, hidden ones too. @example 3 */
  ownProductCount: number;
  children: AdminCategoryDto[];
}

export class AdminCategoryList extends Page {
  items: AdminCategoryDto[];
}

/** What was done is in the audit log in any case; the reason stands below it. */
class CategoryAct {
  /** 1 to 200 characters. @example The name that buyers search for. */
  @Optional()
  @Text(LIMITS.categoryReason)
  reason?: string;
}

export class CategoryInput extends CategoryAct {
  /** 1 to 80 characters, unlike those beside it. @example Ceramics */
  @Line(LIMITS.category)
  name: string;

  /** Left out or `null` for a top category. @example 2 */
  @IsOptional()
  @Id()
  parentId?: number | null;
}

export class CategoryRename extends CategoryAct {
  /** 1 to 80 characters, unlike those beside it. @example Pottery */
  @Line(LIMITS.category)
  name: string;
}

export class CategoryMove extends CategoryAct {
  /** `null` makes it a top category. @example 2 */
  @ValidateIf((_, parentId) => parentId !== null)
  @Id()
  parentId: number | null;
}

export class CategoryRemoval {
  /** Takes what is in it; the category above when left out. @example 5 */
  @Optional()
  @Id()
  into?: number;

  /** 1 to 200 characters. @example Nobody looks for mugs there. */
  @Text(LIMITS.categoryReason)
  reason: string;
}

export class CategoryRemovalReport {
  /** What has taken the contents; `null` when there was nothing to take, or nothing above. */
  into: CategoryRef | null;
  /** Products that moved, hidden ones too. @example 3 */
  products: number;
  /** Subcategories that moved, with all that is in them. @example 1 */
  categories: number;
}
