import { QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import type { UserType } from '@souk/contracts';
import { RouterProvider, createMemoryRouter, useLocation } from 'react-router';
import { createQueryClient } from '~/lib/query';
import { sessionQuery } from '../api/session';
import { RequireVendor, nextPath } from './require';

function Login() {
  const { search } = useLocation();
  return <p>Sign in, then {nextPath(new URLSearchParams(search))}</p>;
}

function visit(userType: UserType | null) {
  const queries = createQueryClient();
  const user = userType && {
    id: 1,
    username: 'mara',
    email: 'mara@example.com',
    emailVerified: true,
    firstName: null,
    lastName: null,
    userType,
    isStaff: false,
    phone: null,
    address: null,
    createdAt: '2026-01-01T00:00:00.000Z',
  };
  queries.setQueryData(sessionQuery.queryKey, user);
  const router = createMemoryRouter(
    [
      { path: '/login', Component: Login },
      { Component: RequireVendor, children: [{ path: '/dashboard/orders', element: <p>Your sales</p> }] },
    ],
    { initialEntries: ['/dashboard/orders?status=pending'] },
  );
  render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}

it('sends guests to sign in and back to where they wanted to go', async () => {
  visit(null);
  expect(await screen.findByText('Sign in, then /dashboard/orders?status=pending')).toBeVisible();
});

it('tells buyers what they need', async () => {
  visit('buyer');
  expect(await screen.findByText('This page needs a vendor account')).toBeVisible();
  expect(screen.queryByText('Your sales')).toBeNull();
});

it('lets vendors in', async () => {
  visit('vendor');
  expect(await screen.findByText('Your sales')).toBeVisible();
});

it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)', ''])(
  'does not lead from %p to another site',
  (next) => expect(nextPath(new URLSearchParams({ next }))).toBe('/'),
);
