import { Outlet, ScrollRestoration } from 'react-router';

/**
 * Scrolls to the top, and back to where one was. It stands where the page's fallback stands before: a reload is
 * scrolled only once the page itself is there, which is as tall as before.
 */
export const Pages = () => (
  <>
    <Outlet />
    <ScrollRestoration />
  </>
);
