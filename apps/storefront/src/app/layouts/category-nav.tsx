import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { cn } from '~/lib/cn';
import { categoriesQuery } from '~/features/products/api/categories';
import { categoryPath } from '~/features/products/category-path';

/** Scrolls sideways within itself; its height stands before the categories have come. */
export function CategoryNav() {
  const { data: categories = [] } = useQuery(categoriesQuery);
  const { pathname, search } = useLocation();
  const [chosen, another] = new URLSearchParams(search).getAll('category');
  const onProducts = pathname === '/products';
  const [top, ...below] = another ? [] : categoryPath(categories, chosen);
  return (
    <nav aria-label="Categories" className="border-b border-line bg-paper">
      <ul className="page no-scrollbar flex h-12 items-center gap-1 overflow-x-auto">
        <CategoryLink to="/products" current={onProducts && !chosen}>
          All products
        </CategoryLink>
        <CategoryLink to="/stores" current={pathname === '/stores'}>
          Stores
        </CategoryLink>
        {categories.length > 0 && <li aria-hidden className="mx-2 h-5 w-px shrink-0 bg-line" />}
        {categories.map(({ id, name, slug }) => (
          <CategoryLink
            key={id}
            to={`/products?category=${slug}`}
            current={onProducts && top?.slug === slug && (below.length > 0 ? 'within' : true)}
          >
            {name}
          </CategoryLink>
        ))}
      </ul>
    </nav>
  );
}

interface CategoryLinkProps {
  to: string;
  /** `within`: what is shown is part of it. */
  current: boolean | 'within';
  children: ReactNode;
}

function CategoryLink({ to, current, children }: CategoryLinkProps) {
  return (
    <li className="shrink-0 first:-ml-3">
      <Link
        to={to}
        aria-current={current === 'within' ? 'true' : current ? 'page' : undefined}
        className={cn(
          'touch-target flex h-9 items-center rounded-md px-3 text-muted -outline-offset-2 transition-colors hover:bg-sunken hover:text-ink',
          current && 'font-medium text-ink',
        )}
      >
        {children}
      </Link>
    </li>
  );
}
