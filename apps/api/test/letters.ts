import * as account from '../src/domains/auth/account-letters';
import * as orders from '../src/domains/documents/order-letters';
import * as news from '../src/domains/notifications/mails/news-letters';
import { Order } from '../src/domains/orders/order.entity';
import { OrderItem } from '../src/domains/orders/order-item.entity';
import { OrderPart } from '../src/domains/orders/order-part.entity';
import { OrderReturn } from '../src/domains/orders/order-return.entity';
import { ShippingAddress } from '../src/domains/orders/shipping-address.entity';
import type { Words } from '../src/platform/mail/correspondence';
import type { Letter } from '../src/platform/mail/mail';

const SITE = 'https://souk.example';
const LONG_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft';
const LINK = `${SITE}/verify-email?token=Zm9ydHktdGhyZWUtY2hhcmFjdGVycy1vZi1hLXRva2Vu`;
const PICTURE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="56" height="70"><rect width="56" height="70" fill="#c8741a"/></svg>',
)}`;

const order = Object.assign(new Order(), {
  ...{ id: 31, number: 'SK-7Q2M4X', customerId: 4, email: 'jo@example.com' },
  ...{ currency: 'USD', complete: true, paymentStatus: 'paid' as const },
});

const part = (id: number, storeName: string, change: Partial<OrderPart> = {}) =>
  Object.assign(new OrderPart(), {
    ...{ id, orderId: 31, storeName, status: 'shipped' as const },
    ...{ carrier: 'DHL Paket International', trackingNumber: 'JD014600003828281919' },
    ...{ subtotal: 12_400, discount: 1240, shipping: 490, tax: 981, taxIncluded: 0 },
    ...change,
  });

const item = (id: number, partId: number, name: string, change: Partial<OrderItem> = {}) =>
  Object.assign(new OrderItem(), {
    ...{ id, partId, name, options: {}, digital: false, quantity: 1, price: 1990, imageKey: 'key' },
    ...change,
  });

const address = Object.assign(new ShippingAddress(), {
  ...{ name: 'Jo Rivers', address: '12 Harbour Street\nBack door, second bell', city: 'Portland' },
  ...{ state: 'OR', zipcode: '97201', country: 'US' },
});

const pictureOf = ({ imageKey }: OrderItem) => (imageKey ? PICTURE : null);

const small: orders.Told = {
  ...{ order, address, pictureOf, url: `${SITE}/orders/31` },
  parts: [part(1, 'Ember & Ash')],
  items: [
    item(1, 1, 'Stoneware mug, speckled', { quantity: 2, options: { Glaze: 'Oat', Size: '0.3 l' } }),
    item(2, 1, 'Linen tea towel', { imageKey: null }),
  ],
};

/** Twenty lines from two stores, some of them with names that fit nowhere. */
const large: orders.Told = {
  ...small,
  url: `${SITE}/orders/31?token=8b0Zk3mVq1TnY5wRfXcD2A`,
  parts: [
    part(1, 'Ember & Ash', { subtotal: 18_203_310, discount: 0, tax: 0, taxIncluded: 2_906_410 }),
    part(2, `${LONG_WORD.slice(0, 60)} & Töchter 🧵`),
  ],
  items: [
    item(1, 1, `${LONG_WORD} im Maßstab 1:87 für Sammlerinnen und Sammler`, { price: 17_999_900 }),
    item(2, 1, '🌿🪴 Pflanztopf „Grün“ 🌱 手作りの植木鉢 — Größe XL 👩‍🌾'),
    item(3, 1, 'نبتة صغيرة في أصيص من الطين', {
      options: { Größe: 'XL', Farbe: 'Terrakotta', Rand: 'glasiert' },
    }),
    ...Array.from({ length: 17 }, (_, nth) =>
      item(4 + nth, nth < 8 ? 1 : 2, `Hand-printed card no. ${nth + 1}`, {
        quantity: nth + 1,
        options: { Paper: 'Cotton, 300 g', Envelope: 'With' },
        imageKey: nth % 3 ? 'key' : null,
      }),
    ),
  ],
};

const digital: orders.Told = {
  ...small,
  address: null,
  items: [item(1, 1, 'Pattern: a cable-knit hat (PDF)', { digital: true })],
};

const asked = Object.assign(new OrderReturn(), {
  ...{ id: 5, orderId: 31, partId: 1, status: 'requested' as const, reason: 'damaged' as const },
  ...{ note: 'The handle came off in the parcel. I have kept the box.', lines: [{ itemId: 1, quantity: 1 }] },
});
const answered = (status: 'accepted' | 'refused', answer: string | null) =>
  Object.assign(new OrderReturn(), asked, { status, answer });

const shown = { name: 'Stoneware mug, speckled', storeName: 'Ember & Ash', picture: PICTURE };
const paid = { storeName: 'Ember & Ash', amount: 128_450, currency: 'USD', reference: 'SEPA 2026-11-0042' };
const review = {
  username: 'amara',
  rating: 4,
  comment:
    'Lovely in the hand, and the glaze is even better than on the pictures.\n\nThe parcel took nine days.',
};
const DASHBOARD = `${SITE}/dashboard`;
const end = {
  unsubscribe: {
    pageUrl: `${SITE}/unsubscribe?token=7.review_received.8b0Zk3mVq1TnY5wRfXcD2A`,
    oneClickUrl: `${SITE}/unsubscribe?token=7.review_received.8b0Zk3mVq1TnY5wRfXcD2A`,
  },
};

const WORDS: Record<string, Words> = {
  'welcome-buyer': account.welcomeLetter({ username: 'amara', userType: 'buyer' }, LINK),
  'welcome-vendor': account.welcomeLetter({ username: 'hannabrandt', userType: 'vendor' }, LINK),
  confirm: account.confirmLetter({ username: 'amara' }, LINK),
  reset: account.resetLetter({ username: 'amara' }, LINK),
  'address-changed': account.addressChangedLetter({ username: 'amara' }, `${SITE}/profile`),
  'password-changed': account.passwordChangedLetter({ username: 'amara' }, `${SITE}/forgot-password`),
  placed: orders.placedLetter(small),
  'placed-large': orders.placedLetter(large),
  sale: orders.saleLetter(small),
  'sale-digital': orders.saleLetter(digital),
  shipped: orders.shippedLetter(small),
  delivered: orders.deliveredLetter(small),
  'delivered-digital': orders.deliveredLetter(digital),
  cancelled: orders.cancelledLetter(large),
  'called-off': orders.calledOffLetter(small),
  refunded: orders.refundedLetter(small, 1990, 'The glaze has a crack.'),
  unpaid: orders.unpaidLetter(small, `${SITE}/cart`),
  late: orders.lateLetter(small, 12_400),
  'return-asked': orders.returnAskedLetter(small, asked),
  'return-withdrawn': orders.returnWithdrawnLetter(small, asked),
  'return-accepted': orders.returnAnsweredLetter(small, answered('accepted', null)),
  'return-refused': orders.returnAnsweredLetter(small, answered('refused', 'It was used for a month.')),
  'low-stock': { ...news.lowStockLetter(shown, 'Oat, 0.3 l', 3, `${SITE}/products/9/edit`), ...end },
  'sold-out': {
    ...news.lowStockLetter({ ...shown, picture: null }, '', 0, `${SITE}/products/9/edit`),
    ...end,
  },
  'payout-paid': news.payoutPaidLetter(paid, `${DASHBOARD}/balance`),
  'payout-failed': news.payoutFailedLetter(
    paid,
    'The account number belongs to no bank.',
    `${DASHBOARD}/balance`,
  ),
  'review-received': { ...news.reviewReceivedLetter(shown, review, `${DASHBOARD}/reviews`), ...end },
  'review-replied': {
    ...news.reviewRepliedLetter(
      shown,
      'Thank you! The post was slow that week.',
      `${SITE}/products/9/reviews`,
    ),
    ...end,
  },
  'webhook-disabled': news.webhookDisabledLetter(
    'https://erp.example.com/hooks/souk/orders?shop=ember-and-ash',
    'Nobody has answered there for four days.',
    `${DASHBOARD}/webhooks`,
  ),
};

/** Every mail that goes out, by name, with what strains it. */
export const LETTERS: [name: string, letter: Letter][] = Object.entries(WORDS).map(([name, words]) => [
  name,
  { ...words, to: 'jo@example.com' },
]);
