import type { Order } from '../orders/order.entity';
import type { OrderItem } from '../orders/order-item.entity';
import type { OrderPart } from '../orders/order-part.entity';
import type { ShippingAddress } from '../orders/shipping-address.entity';
import type { Store } from '../stores/store.entity';
import type { DocumentContent, DocumentLine, SalesDocument } from './sales-document.entity';

export interface Sold {
  order: Order;
  part: OrderPart;
  /** Of the part. */
  items: OrderItem[];
}

export function invoiceContent({ order, part, items }: Sold): DocumentContent {
  return {
    storeName: part.storeName,
    orderNumber: order.number,
    dateOrdered: order.dateOrdered.toISOString(),
    currency: order.currency,
    invoice: null,
    lines: items.map(toLine),
    sums: {
      subtotal: part.subtotal,
      discount: part.discount,
      couponCode: part.couponCode,
      shipping: part.shipping,
      tax: part.tax,
      taxIncluded: part.taxIncluded,
    },
    taxRate: part.taxRate,
    taxIsIncluded: part.taxIncluded > 0,
  };
}

/** All of an invoice, or an amount of it. */
export function creditContent(invoice: SalesDocument, amount: number): DocumentContent {
  const { content, number } = invoice;
  if (amount === invoice.total) return { ...content, invoice: number };
  const line = { details: '', quantity: null, price: null, discount: 0, total: amount };
  return { ...content, invoice: number, sums: null, lines: [{ ...line, name: 'Partial refund' }] };
}

/** Name and address as on a letter; the e-mail address where nothing is shipped. */
export function buyerLines({ email }: Order, address: ShippingAddress | null): string[] {
  return address ? [...addressLines(address), email] : [email];
}

export function addressLines({ name, address, city, state, zipcode, country }: ShippingAddress): string[] {
  const place = state ? `${city}, ${state} ${zipcode}` : `${zipcode} ${city}`;
  return [name, ...address.split('\n'), place, countryName(country)];
}

export const optionsText = ({ options }: OrderItem): string =>
  Object.entries(options)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');

const countries = new Intl.DisplayNames('en', { type: 'region' });

/** Old orders may have a country in words. */
const countryName = (country: string): string =>
  /^[A-Z]{2}$/.test(country) ? (countries.of(country) ?? country) : country;

export const issuerLines = ({ address, email, phone }: Store): string[] =>
  [...(address?.split('\n') ?? []), email, phone].filter((line) => line !== null && line !== '') as string[];

const toLine = (item: OrderItem): DocumentLine => ({
  name: item.name,
  details: optionsText(item),
  quantity: item.quantity,
  price: item.price,
  discount: item.discount,
  total: item.price * item.quantity - item.discount,
});
