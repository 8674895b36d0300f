import { DEMO_STORES, DEMO_USERS } from './content';

/** Everybody of the demo signs in with it. */
export const DEMO_PASSWORD = 'souk-demo';

const buyer = DEMO_USERS.find(({ userType }) => userType === 'buyer');
const [store] = DEMO_STORES;
if (!buyer || !store) throw new Error('The demo needs a buyer and a store.');

export const DEMO_VENDOR = store.vendor;
export const DEMO_BUYER = buyer.username;

export const DEMO_LOGINS = [
  { username: DEMO_VENDOR, note: `sells as ${store.name}; dashboard at /dashboard` },
  { username: DEMO_BUYER, note: 'has bought, see /orders' },
];
