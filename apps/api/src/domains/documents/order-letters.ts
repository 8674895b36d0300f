import type { ReturnReason } from '@souk/contracts';
import type { Words } from '../../platform/mail/correspondence';
import type { Goods, Letter } from '../../platform/mail/mail';
import type { Order } from '../orders/order.entity';
import { OrderItem } from '../orders/order-item.entity';
import type { OrderPart } from '../orders/order-part.entity';
import type { OrderReturn } from '../orders/order-return.entity';
import type { ShippingAddress } from '../orders/shipping-address.entity';
import { addressLines, optionsText } from './document-content';

/** An order, or as much of it as a mail is about. */
export interface Told {
  order: Order;
  parts: OrderPart[];
  /** Of these parts. */
  items: OrderItem[];
  address: ShippingAddress | null;
  /** Where its reader finds it. */
  url: string;
  pictureOf(item: OrderItem): string | null;
}

const BUYER = 'You get this mail because this address was given with an order at Souk.';
const VENDOR = 'You get this mail because you sell at Souk.';

export const placedLetter = (told: Told): Words => ({
  subject: `Thank you for your order ${told.order.number}`,
  paragraphs: [
    'It is paid, and each store is getting your goods ready. We write again when they are on their way.',
  ],
  goods: goodsOf(told),
  sums: sumsOf(told),
  ...delivery(told, 'Delivery to'),
  action: { label: 'See your order', url: told.url },
  closing: BUYER,
});

/** For the vendor: the own part only. */
export const saleLetter = (told: Told): Words => ({
  subject: `New order ${told.order.number}`,
  paragraphs: [
    told.items.every(({ digital }) => digital)
      ? 'It is paid, and was delivered at once. There is nothing to send.'
      : 'It is paid. Pack it, send it, and mark it as shipped, so that the buyer knows.',
  ],
  goods: goodsOf(told),
  sums: sumsOf(told),
  ...delivery(told, 'Ship to'),
  action: { label: 'Open the order', url: told.url },
  closing: VENDOR,
});

export function shippedLetter(told: Told): Words {
  const [part] = told.parts;
  const sent = [
    part?.carrier && `Carrier: ${part.carrier}.`,
    part?.trackingNumber && `Tracking number: ${part.trackingNumber}.`,
  ];
  return {
    subject: `Your order from ${storesOf(told)} is on its way`,
    paragraphs: [`${storesOf(told)} has sent it.`, sent.filter(Boolean).join(' ')].filter(
      (line) => line !== '',
    ),
    goods: goodsOf(told),
    ...delivery(told, 'Delivery to'),
    action: { label: 'Follow your order', url: told.url },
    closing: BUYER,
  };
}

export function deliveredLetter(told: Told): Words {
  const isDigital = told.items.every(({ digital }) => digital);
  return {
    subject: isDigital
      ? `Your downloads from ${storesOf(told)} are ready`
      : `Your order from ${storesOf(told)} has arrived`,
    paragraphs: [
      isDigital
        ? 'Open your order to download them.'
        : 'We hope that it is all you wished for. A few words of review help other buyers, and the store.',
    ],
    goods: goodsOf(told),
    action: { label: isDigital ? 'Download' : 'Review what you bought', url: told.url },
    closing: BUYER,
  };
}

export const cancelledLetter = (told: Told): Words => ({
  subject: `Your order from ${storesOf(told)} is cancelled`,
  paragraphs: [
    told.order.complete && told.parts.some(({ total }) => total > 0)
      ? `Order ${told.order.number} from ${storesOf(told)} will not be sent. What you paid for it goes back the way you paid.`
      : `Order ${told.order.number} from ${storesOf(told)} will not be sent, and you do not pay for it.`,
  ],
  goods: goodsOf(told),
  action: { label: 'See your order', url: told.url },
  closing: BUYER,
});

export const calledOffLetter = (told: Told): Words => ({
  subject: `Order ${told.order.number} is cancelled`,
  paragraphs: ['Please do not send it. The goods are in your stock again.'],
  goods: goodsOf(told),
  action: { label: 'Open the order', url: told.url },
  closing: VENDOR,
});

/** For the vendor. */
export const returnAskedLetter = (told: Told, asked: OrderReturn): Words => ({
  subject: `A return is asked for: order ${told.order.number}`,
  paragraphs: [
    `The buyer wants to send goods back: ${RETURN_WORDS[asked.reason]}.`,
    ...(asked.note ? [`In their words: “${asked.note}”`] : []),
    'Accept it, and what was paid for the goods goes back; or refuse it, and say why.',
  ],
  goods: goodsOf({ ...told, items: returnedOf(told, asked) }),
  action: { label: 'Answer', url: told.url },
  closing: VENDOR,
});

/** For the vendor. */
export const returnWithdrawnLetter = (told: Told, asked: OrderReturn): Words => ({
  subject: `A return is withdrawn: order ${told.order.number}`,
  paragraphs: ['The buyer keeps the goods after all. There is nothing for you to do.'],
  goods: goodsOf({ ...told, items: returnedOf(told, asked) }),
  action: { label: 'Open the order', url: told.url },
  closing: VENDOR,
});

export const returnAnsweredLetter = (told: Told, { status, answer }: OrderReturn): Words => ({
  subject: `Your return to ${storesOf(told)} is ${status}`,
  paragraphs: [
    status === 'accepted'
      ? 'What you paid for the goods goes back the way you paid.'
      : 'The goods are not taken back.',
    ...(answer ? [`The answer: “${answer}”`] : []),
  ],
  action: { label: 'See your order', url: told.url },
  closing: BUYER,
});

const RETURN_WORDS: Record<ReturnReason, string> = {
  damaged: 'they arrived damaged',
  wrong_item: 'they are not what was ordered',
  not_as_described: 'they are not as described',
  does_not_fit: 'they do not fit',
  changed_mind: 'they are not wanted any more',
  other: 'for another reason',
};

/** Of these items as many units as shall go back. */
const returnedOf = ({ items }: Told, { lines }: OrderReturn): OrderItem[] =>
  items.flatMap((item) => {
    const line = lines.find(({ itemId }) => itemId === item.id);
    return line ? [Object.assign(new OrderItem(), item, { quantity: line.quantity })] : [];
  });

/** @param amount minor units */
export const refundedLetter = (told: Told, amount: number, reason: string | null = null): Words => ({
  subject: `${money(amount, told.order)} goes back to you`,
  paragraphs: [
    `This is for order ${told.order.number}${told.parts.length > 0 ? ` from ${storesOf(told)}` : ''}. It goes back the way you paid, which can take your bank a few days.`,
    ...(reason ? [`The reason given: “${reason}”`] : []),
  ],
  action: { label: 'See your order', url: told.url },
  closing: BUYER,
});

/** @param cartUrl where the goods are again; null when they are not */
export const unpaidLetter = (told: Told, cartUrl: string | null): Words => ({
  subject: `Your payment for order ${told.order.number} did not go through`,
  paragraphs: [
    'So the order is cancelled, and nothing of it will be sent.',
    cartUrl === null
      ? 'Please order again if you still want it.'
      : 'Your goods are in your cart again, as far as they can be bought. Check out once more, perhaps with another card.',
  ],
  goods: goodsOf(told),
  action:
    cartUrl === null ? { label: 'See your order', url: told.url } : { label: 'Open your cart', url: cartUrl },
  closing: BUYER,
});

export const lateLetter = (told: Told, amount: number): Words => ({
  ...refundedLetter(told, amount),
  paragraphs: [
    `Your payment for order ${told.order.number} came when its goods were no longer reserved, so all of it goes back the way you paid. Please order again if you still want them.`,
  ],
});

function goodsOf({ order, parts, items, pictureOf }: Told): Goods[] {
  return parts.map((part) => ({
    heading: part.storeName,
    rows: items
      .filter(({ partId }) => partId === part.id)
      .map((item) => ({
        name: item.name,
        details: [`${item.quantity} × ${money(item.price, order)}`, optionsText(item)]
          .filter(Boolean)
          .join(', '),
        amount: money(item.price * item.quantity, order),
        picture: pictureOf(item),
      })),
  }));
}

function sumsOf({ order, parts }: Told): Letter['sums'] {
  const sum = (amount: (part: OrderPart) => number) => parts.reduce((all, part) => all + amount(part), 0);
  const [discount, shipping] = [sum((part) => part.discount), sum((part) => part.shipping)];
  const [tax, included] = [sum((part) => part.tax), sum((part) => part.taxIncluded)];
  const lines = [
    {
      label: 'Goods',
      amount: money(
        sum((part) => part.subtotal),
        order,
      ),
    },
  ];
  if (discount > 0) lines.push({ label: 'Discount', amount: `−${money(discount, order)}` });
  if (shipping > 0) lines.push({ label: 'Shipping', amount: money(shipping, order) });
  if (tax > 0) lines.push({ label: 'Tax', amount: money(tax, order) });
  const total = {
    label: 'Total',
    amount: money(
      sum((part) => part.total),
      order,
    ),
    strong: true,
  };
  const within = included > 0 ? [{ label: 'Tax included', amount: money(included, order) }] : [];
  return [...lines, total, ...within];
}

const delivery = ({ address, items }: Told, label: string): Pick<Letter, 'address'> =>
  address && items.some(({ digital }) => !digital)
    ? { address: { label, lines: addressLines(address) } }
    : {};

const storesOf = ({ parts }: Told): string => parts.map(({ storeName }) => storeName).join(' and ');

const money = (minor: number, { currency }: Order): string =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).format(minor / 100);
