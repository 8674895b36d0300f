import type { CategoryDto } from '@souk/contracts/categories.dto';
import { Link } from 'react-router';
import { formatNumber } from '~/lib/format';

/** One step further down from a category, with what can be bought there. */
export function Subcategories({ category: { name, children } }: { category: CategoryDto }) {
  const filled = children.filter(({ productCount }) => productCount > 0);
  if (filled.length === 0) return null;
  return (
    <nav aria-label={`Within ${name}`}>
      <ul className="flex flex-wrap gap-2">
        {filled.map((child) => (
          <li key={child.id}>
            <Link
              to={`/products?category=${child.slug}`}
              className="touch-target inline-flex h-9 items-center gap-2 rounded-full border border-line-strong bg-surface px-3.5 transition-colors hover:bg-sunken"
            >
              {child.name}
              <span className="text-sm text-muted">
                {formatNumber(child.productCount)}
                <span className="sr-only"> products</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
