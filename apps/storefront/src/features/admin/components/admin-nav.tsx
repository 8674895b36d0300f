import { NavLink } from 'react-router';
import { cn } from '~/lib/cn';

const PLACES = ['users', 'stores', 'products', 'orders', 'reviews', 'audit'] as const;
const LABELS: Record<(typeof PLACES)[number], string> = {
  users: 'Users',
  stores: 'Stores',
  products: 'Products',
  orders: 'Orders',
  reviews: 'Reviews',
  audit: 'Audit log',
};

export const AdminNav = () => (
  <nav aria-label="Admin" className="-mx-1 overflow-x-auto">
    <ul className="flex gap-1 p-1">
      {PLACES.map((place) => (
        <li key={place}>
          <NavLink
            to={`/admin/${place}`}
            className={({ isActive }) =>
              cn(
                'flex h-10 items-center rounded-md px-3 whitespace-nowrap text-muted hover:bg-sunken hover:text-ink',
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
