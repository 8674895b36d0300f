import { useEffect, useRef } from 'react';
import { NavLink } from 'react-router';
import { cn } from '~/lib/cn';

const PLACES = [
  'users',
  'stores',
  'products',
  'categories',
  'orders',
  'reviews',
  'balances',
  'payouts',
  'operations',
  'audit',
] as const;
const LABELS: Record<(typeof PLACES)[number], string> = {
  users: 'Users',
  stores: 'Stores',
  products: 'Products',
  categories: 'Categories',
  orders: 'Orders',
  reviews: 'Reviews',
  balances: 'Balances',
  payouts: 'Payouts',
  operations: 'Operations',
  audit: 'Audit log',
};

export function AdminNav() {
  const nav = useRef<HTMLElement>(null);
  // Narrow screens show the first places only.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, []);
  return (
    <nav ref={nav} aria-label="Admin" className="no-scrollbar -mx-4 overflow-x-auto px-3 sm:-mx-1 sm:px-0">
      <ul className="flex w-max gap-1 p-1">
        {PLACES.map((place) => (
          <li key={place}>
            <NavLink
              to={`/admin/${place}`}
              className={({ isActive }) =>
                cn(
                  'touch-target flex h-10 items-center rounded-md px-3 whitespace-nowrap text-muted hover:bg-sunken hover:text-ink',
                  isActive && 'bg-action-soft font-medium text-action hover:bg-action-soft hover:text-action',
                )
              }
            >
              {LABELS[place]}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
