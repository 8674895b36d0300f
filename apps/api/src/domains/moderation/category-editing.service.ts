import { Injectable } from '@nestjs/common';
import type { AuditAction } from '@souk/contracts';
import type {
  CategoryInput,
  CategoryMove,
  CategoryRemoval,
  CategoryRename,
} from '@souk/contracts/categories.dto';
import type { Actor } from '../../platform/access/actor';
import { AuditLog } from '../../platform/audit/audit-log';
import { Database } from '../../platform/database/database';
import { CategoriesService } from '../products/categories.service';
import type { Category } from '../products/category.entity';

/**
 * What staff does to the tree: it is in the audit log, or has not happened. The log tells it in words that stand for
 * themselves when the category has another name, or is gone.
 */
@Injectable()
export class CategoryEditing {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly categories: CategoriesService,
  ) {}

  create(staff: Actor, { name, parentId = null, reason }: CategoryInput): Promise<Category> {
    return this.database.run(async () => {
      const category = await this.categories.create(name, parentId);
      await this.record(staff, 'create', category.id, `“${name}”.`, reason);
      return category;
    });
  }

  rename(staff: Actor, id: number, { name, reason }: CategoryRename): Promise<Category> {
    return this.database.run(async () => {
      const { category, formerName } = await this.categories.rename(id, name);
      await this.record(staff, 'rename', id, `“${formerName}” is “${name}” now.`, reason);
      return category;
    });
  }

  move(staff: Actor, id: number, { parentId, reason }: CategoryMove): Promise<Category> {
    return this.database.run(async () => {
      const { category, from, to } = await this.categories.move(id, parentId);
      await this.record(staff, 'move', id, `“${category.name}” from ${place(from)} to ${place(to)}.`, reason);
      return category;
    });
  }

  remove(staff: Actor, id: number, { into: intoId, reason }: CategoryRemoval) {
    return this.database.run(async () => {
      const removed = await this.categories.remove(staff, id, intoId);
      const { category, into, products, categories } = removed;
      const contents = `Products: ${products}, subcategories: ${categories}, now in ${place(into)}.`;
      await this.record(staff, 'remove', id, `“${category.name}”. ${contents}`, reason);
      return removed;
    });
  }

  private record(staff: Actor, action: AuditAction, id: number, what: string, reason = ''): Promise<void> {
    const words = [what, reason].filter(Boolean).join('\n');
    return this.audit.record(staff, action, { type: 'category', id }, words);
  }
}

const place = (category: Category | null) => (category ? `“${category.name}”` : 'the top');
