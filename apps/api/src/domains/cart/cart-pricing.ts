import type { Sellable } from '../products/products.queries';
import type { Store } from '../stores/store.entity';
import type { CartItem } from './cart.entity';

/** Money in minor units throughout. */
export interface PricedLine {
  item: CartItem;
  sellable: Sellable;
  /** Units that can be bought now; 0 when it is gone or sold out. */
  available: number;
  /** 0 when it is no longer sold. What is only short still counts: the buyer may lower it or wait. */
  total: number;
}

export interface PricedStore {
  store: Store;
  lines: PricedLine[];
  subtotal: number;
  shipping: number;
  tax: number;
}

export interface PricedCart {
  lines: PricedLine[];
  /** In the order in which they came into the cart. */
  stores: PricedStore[];
  subtotal: number;
  shippingTotal: number;
  taxTotal: number;
  total: number;
  shippingRequired: boolean;
}

export const unitsOf = ({ variant, isAvailable }: Sellable): number =>
  isAvailable ? variant.stockQuantity : 0;

/** What the lines cost now. */
export function priceCart(items: CartItem[], sellables: ReadonlyMap<number, Sellable>): PricedCart {
  const lines = items.flatMap((item) => {
    const sellable = sellables.get(item.variantId);
    return sellable ? [priceLine(item, sellable)] : [];
  });
  const stores = [...new Map(lines.map(({ sellable: { store } }) => [store.id, store])).values()].map(
    (store) =>
      priceStore(
        store,
        lines.filter((line) => line.sellable.store.id === store.id),
      ),
  );
  const subtotal = sum(stores, (store) => store.subtotal);
  const shippingTotal = sum(stores, (store) => store.shipping);
  const taxTotal = sum(stores, (store) => store.tax);
  return {
    lines,
    stores,
    subtotal,
    shippingTotal,
    taxTotal,
    total: subtotal + shippingTotal + taxTotal,
    shippingRequired: lines.some(({ sellable }) => !sellable.product.digital),
  };
}

function priceLine(item: CartItem, sellable: Sellable): PricedLine {
  const available = unitsOf(sellable);
  return {
    item,
    sellable,
    available,
    total: sellable.isAvailable ? sellable.variant.price * item.quantity : 0,
  };
}

function priceStore(store: Store, lines: PricedLine[]): PricedStore {
  const physical = lines.filter(({ sellable }) => !sellable.product.digital);
  return {
    store,
    lines,
    subtotal: sum(lines, (line) => line.total),
    shipping: store.shippingFor(sum(physical, (line) => line.total)),
    tax: 0,
  };
}

const sum = <T>(rows: T[], amount: (row: T) => number) => rows.reduce((total, row) => total + amount(row), 0);
