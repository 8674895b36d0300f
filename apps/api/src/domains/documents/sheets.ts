import { formatMinor } from '@souk/contracts';
import type { Row, Sheet, Sum } from '../../platform/pdf/sheet';
import type { OrderView } from '../orders/order-view';
import type { OrderItem } from '../orders/order-item.entity';
import type { OrderPart } from '../orders/order-part.entity';
import { addressLines, optionsText } from './document-content';
import type { DocumentContent, SalesDocument } from './sales-document.entity';

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const ERASED = 'Erased at the request of the buyer';

const COLUMNS = [
  { label: 'Goods', width: 0 },
  { label: 'Quantity', width: 58 },
  { label: 'Price', width: 72 },
  { label: 'Discount', width: 72 },
  { label: 'Amount', width: 78 },
];

export function documentSheet(document: SalesDocument): Sheet {
  const { content, kind, number, issuedAt } = document;
  const isInvoice = kind === 'invoice';
  const facts: Sheet['facts'] = [
    [isInvoice ? 'Date of invoice' : 'Date', DAY.format(issuedAt)],
    ['Order', content.orderNumber],
    ['Ordered', DAY.format(new Date(content.dateOrdered))],
  ];
  if (content.invoice) facts.push(['For invoice', content.invoice]);
  return {
    title: isInvoice ? 'Invoice' : 'Credit note',
    number,
    from: { name: content.storeName, lines: document.issuer ?? [] },
    to: { label: isInvoice ? 'Invoice to' : 'Credit to', lines: document.buyer ?? [ERASED] },
    facts,
    columns: COLUMNS,
    rows: content.lines.map((line) => ({
      cells: [
        line.name,
        line.quantity === null ? '' : String(line.quantity),
        line.price === null ? '' : formatMinor(line.price),
        line.discount > 0 ? minus(line.discount) : '',
        formatMinor(line.total),
      ],
      details: line.details,
    })),
    sums: sumsOf(document),
    notes: notesOf(document),
  };
}

/** What was refunded before the parcel leaves stays out of it. */
export const unitsToPack = (item: OrderItem, { status }: OrderPart): number =>
  status === 'pending' ? item.unitsLeft : item.quantity;

/** For the parcel: no prices, and nothing of which no unit is packed. */
export function packingSheet({ order, items, address }: OrderView, part: OrderPart): Sheet {
  const goods = items.filter((item) => item.partId === part.id && unitsToPack(item, part) > 0);
  const pieces = goods.reduce((sum, item) => sum + unitsToPack(item, part), 0);
  const facts: Sheet['facts'] = [
    ['Order', order.number],
    ['Ordered', DAY.format(order.dateOrdered)],
  ];
  if (part.carrier) facts.push(['Carrier', part.carrier]);
  if (part.trackingNumber) facts.push(['Tracking number', part.trackingNumber]);
  return {
    title: 'Packing slip',
    number: order.number,
    from: { name: part.storeName, lines: [] },
    to: { label: 'Ship to', lines: address ? addressLines(address) : [ERASED] },
    facts,
    columns: [
      { label: 'Goods', width: 0 },
      { label: 'Quantity', width: 78 },
    ],
    rows: goods.map((item): Row => ({
      cells: [item.name, String(unitsToPack(item, part))],
      details: optionsText(item),
    })),
    sums: [{ label: 'Pieces', value: String(pieces), strong: true }],
    notes: [],
  };
}

function sumsOf({ kind, total, tax, content }: SalesDocument): Sum[] {
  const { currency, sums } = content;
  const lines: Sum[] = [];
  if (sums) {
    const { subtotal, discount, couponCode, shipping } = sums;
    lines.push({ label: 'Goods', value: formatMinor(subtotal) });
    if (discount > 0)
      lines.push({ label: couponCode ? `Discount (${couponCode})` : 'Discount', value: minus(discount) });
    if (shipping > 0) lines.push({ label: 'Shipping', value: formatMinor(shipping) });
  }
  const label = kind === 'invoice' ? 'Total' : 'Credited';
  const whole = { label: `${label} (${currency})`, value: formatMinor(total), strong: true };
  const net = { label: 'Without tax', value: formatMinor(total - tax) };
  const share = { label: `Tax, ${percent(content.taxRate)}`, value: formatMinor(tax) };
  if (tax === 0) return [...lines, whole];
  if (content.taxIsIncluded) return [...lines, whole, net, { ...share, label: `${share.label}, included` }];
  return [...lines, net, share, whole];
}

function notesOf({ kind, tax, content }: SalesDocument): string[] {
  const notes = [
    kind === 'invoice'
      ? 'Paid through Souk. Nothing is left to pay.'
      : `The amount goes back the way invoice ${content.invoice ?? ''} was paid.`,
  ];
  if (tax === 0) notes.push('No tax is charged.');
  return notes;
}

const minus = (amount: number) => `−${formatMinor(amount)}`;

/** 19000 → "19 %". */
const percent = (rate: DocumentContent['taxRate']) => `${rate / 1000} %`;
