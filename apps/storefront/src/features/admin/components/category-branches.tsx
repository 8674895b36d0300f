import type { AdminCategoryDto } from '@souk/contracts/categories.dto';
import { CornerDownRight, FolderPlus, MoreHorizontal, Pencil, Trash2 } from 'lucide-react';
import { Link } from 'react-router';
import { IconButton } from '~/components/icon-button';
import { Menu, MenuItem, MenuSeparator } from '~/components/menu';
import { formatNumber, plural } from '~/lib/format';

export type CategoryAct = 'add' | 'rename' | 'move' | 'remove';

interface BranchesProps {
  categories: readonly AdminCategoryDto[];
  onAct: (act: CategoryAct, category: AdminCategoryDto) => void;
  label?: string;
}

/** Lists in lists, as a screen reader tells them; a few dozen are open at once. */
export function CategoryBranches({ categories, onAct, label }: BranchesProps) {
  return (
    <ul
      aria-label={label}
      className={label ? 'border-t border-line' : 'ml-3 border-l border-line pl-3 sm:ml-4 sm:pl-5'}
    >
      {categories.map((category) => (
        <li key={category.id}>
          <div className="flex min-h-13 items-center gap-3 border-b border-line py-1.5 hover:bg-sunken/50">
            <Link
              to={`/products?category=${category.slug}`}
              className="min-w-0 flex-1 py-1 font-medium wrap-anywhere hover:underline"
            >
              {category.name}
            </Link>
            <Counts category={category} />
            <Actions category={category} onAct={(act) => onAct(act, category)} />
          </div>
          {category.children.length > 0 && <CategoryBranches categories={category.children} onAct={onAct} />}
        </li>
      ))}
    </ul>
  );
}

function Counts({ category: { productCount, ownProductCount } }: { category: AdminCategoryDto }) {
  return (
    <p className="shrink-0 text-right text-sm text-muted tabular-nums">
      {plural(productCount, 'product')}
      {ownProductCount < productCount && (
        <span className="block">{formatNumber(ownProductCount)} directly in it</span>
      )}
    </p>
  );
}

function Actions({ category, onAct }: { category: AdminCategoryDto; onAct: (act: CategoryAct) => void }) {
  return (
    <Menu trigger={<IconButton icon={MoreHorizontal} label={`Actions for ${category.name}`} />}>
      <MenuItem icon={Pencil} onSelect={() => onAct('rename')}>
        Rename
      </MenuItem>
      <MenuItem icon={FolderPlus} onSelect={() => onAct('add')}>
        Add a category below
      </MenuItem>
      <MenuItem icon={CornerDownRight} onSelect={() => onAct('move')}>
        Move
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={Trash2} danger onSelect={() => onAct('remove')}>
        Delete or merge
      </MenuItem>
    </Menu>
  );
}
