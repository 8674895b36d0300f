import { formatMinor } from '@souk/contracts';
import type { CartNotice } from '@souk/contracts/cart.dto';
import { spoken } from '../../platform/money/spoken';
import type { PricedCart, PricedLine } from './cart-pricing';

/** What has changed since the buyer last acted on the line. */
export function lineNotices({ item, sellable, available }: PricedLine, currency: string): CartNotice[] {
  if (!sellable.isAvailable) {
    const message = 'This can no longer be bought. Remove it to check out.';
    return [{ code: 'UNAVAILABLE', message, details: {} }];
  }
  const notices: CartNotice[] = [];
  const { price } = sellable.variant;
  if (price !== item.priceSeen) {
    notices.push({
      code: 'PRICE_CHANGED',
      message: `Price went from ${spoken(item.priceSeen, currency)} to ${spoken(price, currency)}.`,
      details: { oldPrice: formatMinor(item.priceSeen), newPrice: formatMinor(price) },
    });
  }
  if (item.cappedFrom !== null) {
    notices.push({
      code: 'QUANTITY_CAPPED',
      message: `Quantity was lowered from ${item.cappedFrom} to ${item.quantity}, as many as can be bought.`,
      details: { requested: item.cappedFrom, available },
    });
  }
  if (available < item.quantity) {
    const message =
      available === 0 ? 'Sold out.' : `Only ${available} left. Lower the quantity to check out.`;
    notices.push({ code: 'LOW_STOCK', message, details: { available } });
  }
  return notices;
}

export function cartNotices({ lines }: PricedCart): CartNotice[] {
  const gone = lines.filter(({ sellable }) => !sellable.isAvailable).length;
  if (gone === 0) return [];
  const message =
    gone === 1
      ? 'One item can no longer be bought and is not counted.'
      : `${gone} items can no longer be bought and are not counted.`;
  return [{ code: 'UNAVAILABLE', message, details: {} }];
}
