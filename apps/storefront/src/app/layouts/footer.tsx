import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { categoriesQuery } from '~/features/products/api/categories';

const CATEGORIES = 6;

const GROUPS = [
  {
    title: 'Shop',
    links: [
      { label: 'All products', to: '/products' },
      { label: 'New arrivals', to: '/products?sort=newest' },
      { label: 'Stores', to: '/stores' },
    ],
  },
  {
    title: 'Sell',
    links: [
      { label: 'Open a store', to: '/stores/create' },
      { label: 'Dashboard', to: '/dashboard' },
    ],
  },
  {
    title: 'Account',
    links: [
      { label: 'Orders', to: '/orders' },
      { label: 'Wish list', to: '/wish-list' },
      { label: 'Profile', to: '/profile' },
      { label: 'Cart', to: '/cart' },
    ],
  },
];

const link = 'inline-flex min-h-9 items-center text-muted underline-offset-4 hover:text-ink hover:underline';

export function Footer() {
  const { data = [] } = useQuery(categoriesQuery);
  const filled = data.filter(({ productCount }) => productCount > 0).slice(0, CATEGORIES);
  const categories = {
    title: 'Browse',
    links: filled.map(({ name, slug }) => ({ label: name, to: `/products?category=${slug}` })),
  };
  const groups = filled.length > 0 ? [categories, ...GROUPS] : GROUPS;
  return (
    <footer className="mt-16 border-t border-line bg-sunken/60">
      <div className="page grid grid-cols-2 gap-8 py-10 sm:grid-cols-4 lg:flex lg:justify-between">
        <div className="col-span-full flex max-w-xs flex-col gap-2 lg:col-span-1">
          <p className="font-display text-xl font-semibold text-action">Souk</p>
          <p className="text-muted">Things made and sold by independent stores, in one place.</p>
        </div>
        {groups.map(({ title, links }) => (
          <nav key={title} aria-label={title}>
            <h2 className="mb-1 font-medium">{title}</h2>
            <ul>
              {links.map(({ label, to }) => (
                <li key={to}>
                  <Link to={to} className={link}>
                    {label}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
        ))}
      </div>
      <div className="page flex flex-wrap justify-between gap-x-6 border-t border-line py-4 text-sm text-muted">
        <p className="py-2">All prices in US dollars.</p>
        <a href="/api/docs" className={link}>
          API for developers
        </a>
      </div>
    </footer>
  );
}
