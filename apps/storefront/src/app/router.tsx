import { createBrowserRouter, redirect } from 'react-router';
import { RequireStaff, RequireUser, RequireVendor } from '~/features/auth/components/require';
import { Pages } from './layouts/pages';
import { PageSkeleton, Root } from './layouts/root';
import { StorefrontLayout } from './layouts/storefront-layout';
import { PageError, RootError } from './route-error';

/** Each page is its own chunk; a page module exports `Component`. */
export const router = createBrowserRouter([
  {
    Component: Root,
    ErrorBoundary: RootError,
    children: [
      {
        Component: StorefrontLayout,
        children: [
          {
            // Below the layout, so that header and footer stand while a page loads or has failed.
            Component: Pages,
            HydrateFallback: PageSkeleton,
            ErrorBoundary: PageError,
            children: [
              { index: true, lazy: () => import('./routes/home') },
              { path: 'products', lazy: () => import('./routes/products') },
              { path: 'products/:id', lazy: () => import('./routes/product') },
              { path: 'products/:id/reviews', lazy: () => import('./routes/product-reviews') },
              { path: 'stores', lazy: () => import('./routes/stores') },
              { path: 'stores/:id', lazy: () => import('./routes/store') },
              { path: 'cart', lazy: () => import('./routes/cart') },
              { path: 'checkout', lazy: () => import('./routes/checkout') },
              // Guests open their order with the token from their mail.
              { path: 'orders/:id', lazy: () => import('./routes/order') },
              { path: 'login', lazy: () => import('./routes/login') },
              { path: 'register', lazy: () => import('./routes/register') },
              { path: 'forgot-password', lazy: () => import('./routes/forgot-password') },
              // The links in mails.
              { path: 'reset-password', lazy: () => import('./routes/reset-password') },
              { path: 'verify-email', lazy: () => import('./routes/verify-email') },
              { path: 'unsubscribe', lazy: () => import('./routes/unsubscribe') },
              {
                Component: RequireUser,
                children: [
                  { path: 'orders', lazy: () => import('./routes/orders') },
                  { path: 'wish-list', lazy: () => import('./routes/wish-list') },
                  { path: 'notifications', lazy: () => import('./routes/notifications') },
                  {
                    path: 'notifications/preferences',
                    lazy: () => import('./routes/notification-preferences'),
                  },
                  { path: 'profile', lazy: () => import('./routes/profile') },
                  { path: 'webhooks', lazy: () => import('./routes/webhooks') },
                  { path: 'webhooks/:id', lazy: () => import('./routes/webhook') },
                  { path: 'reviews/create', lazy: () => import('./routes/review-create') },
                  { path: 'reviews/:id/edit', lazy: () => import('./routes/review-edit') },
                ],
              },
              {
                path: 'admin',
                Component: RequireStaff,
                children: [
                  { index: true, loader: () => redirect('/admin/users') },
                  { path: 'users', lazy: () => import('./routes/admin/users') },
                  { path: 'stores', lazy: () => import('./routes/admin/stores') },
                  { path: 'products', lazy: () => import('./routes/admin/products') },
                  { path: 'categories', lazy: () => import('./routes/admin/categories') },
                  { path: 'orders', lazy: () => import('./routes/admin/orders') },
                  { path: 'reviews', lazy: () => import('./routes/admin/reviews') },
                  { path: 'balances', lazy: () => import('./routes/admin/balances') },
                  { path: 'payouts', lazy: () => import('./routes/admin/payouts') },
                  { path: 'operations', loader: () => redirect('/admin/operations/jobs') },
                  { path: 'operations/jobs', lazy: () => import('./routes/admin/operations/jobs') },
                  { path: 'operations/mails', lazy: () => import('./routes/admin/operations/mails') },
                  { path: 'operations/posts', lazy: () => import('./routes/admin/operations/posts') },
                  {
                    path: 'operations/deliveries',
                    lazy: () => import('./routes/admin/operations/deliveries'),
                  },
                  { path: 'audit', lazy: () => import('./routes/admin/audit') },
                ],
              },
              { path: '*', lazy: () => import('./routes/not-found') },
            ],
          },
        ],
      },
      {
        lazy: () => import('./layouts/dashboard-layout'),
        HydrateFallback: PageSkeleton,
        children: [
          {
            Component: RequireVendor,
            HydrateFallback: PageSkeleton,
            ErrorBoundary: PageError,
            children: [
              { path: 'dashboard', lazy: () => import('./routes/dashboard/overview') },
              { path: 'dashboard/orders', lazy: () => import('./routes/dashboard/orders') },
              { path: 'dashboard/products', lazy: () => import('./routes/dashboard/products') },
              { path: 'dashboard/balance', lazy: () => import('./routes/dashboard/balance') },
              { path: 'dashboard/reviews', lazy: () => import('./routes/dashboard/reviews') },
              { path: 'dashboard/stores', lazy: () => import('./routes/dashboard/stores') },
              { path: 'dashboard/coupons', lazy: () => import('./routes/dashboard/coupons') },
              { path: 'dashboard/imports', lazy: () => import('./routes/dashboard/imports') },
              { path: 'dashboard/webhooks', lazy: () => import('./routes/webhooks') },
              { path: 'dashboard/webhooks/:id', lazy: () => import('./routes/webhook') },
              { path: 'products/create', lazy: () => import('./routes/product-create') },
              { path: 'products/:id/edit', lazy: () => import('./routes/product-edit') },
              { path: 'stores/create', lazy: () => import('./routes/store-create') },
              { path: 'stores/:id/edit', lazy: () => import('./routes/store-edit') },
            ],
          },
        ],
      },
    ],
  },
]);
