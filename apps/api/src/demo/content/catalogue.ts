import { type PictureKind, pictureSeed } from '../pictures';
import type { TintName } from '../pictures/palette';
import { random } from '../pictures/random';

/** Few at the top, so that they fit below the header; what is under a name stands below it in the tree. */
const TREE = {
  Home: ['Ceramics', 'Lighting', 'Furniture', 'Textiles', 'Candles & Scent', 'Plants & Pots'],
  Kitchen: [],
  'Bath & Soap': [],
  Accessories: ['Bags', 'Jewellery'],
  'Paper & Art': ['Stationery', 'Art prints'],
  Music: [],
  'Books & Guides': [],
  'Digital downloads': [],
} as const;
type Top = keyof typeof TREE;
type CategoryName = Top | (typeof TREE)[Top][number];

/** Each after the one that it stands below. */
export const DEMO_CATEGORIES: readonly { readonly name: CategoryName; readonly parent: Top | null }[] = (
  Object.keys(TREE) as Top[]
).flatMap((top) => [{ name: top, parent: null }, ...TREE[top].map((name) => ({ name, parent: top }))]);

interface DemoPicture {
  readonly kind: PictureKind;
  readonly seed: number;
}

interface DemoVariant {
  readonly sku: string;
  /** Empty when the product comes in one kind only. */
  readonly options: Readonly<Record<string, string>>;
  /** Decimal string with two decimals. */
  readonly price: string;
  readonly stock: number;
}

export interface DemoProduct {
  readonly name: string;
  readonly category: CategoryName;
  readonly description: string;
  /** The lowest price of its variants. */
  readonly price: string;
  readonly digital: boolean;
  readonly picture: DemoPicture;
  readonly variants: readonly DemoVariant[];
}

export interface DemoStore {
  readonly name: string;
  /** Username of its vendor. */
  readonly vendor: string;
  /** Two to four sentences. */
  readonly description: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly shippingFee: string;
  readonly freeShippingOver: string | null;
  /** For `drawLogo` and `drawBanner`; its last digit is the store's tint. */
  readonly seed: number;
  readonly products: readonly DemoProduct[];
}

/** Option values and what each adds to the price, in whole dollars. */
type Choices = Readonly<Record<string, number>>;

interface Draft {
  readonly name: string;
  readonly category: CategoryName;
  readonly price: string;
  readonly picture: DemoPicture;
  readonly about: string;
  readonly digital?: boolean;
  readonly options?: Readonly<Record<string, Choices>>;
  /** Stock of the first variants; the rest is drawn from the product's name. */
  readonly stock?: readonly number[];
}

export const picture = (kind: PictureKind, form: number, tint: TintName, variation: number): DemoPicture => ({
  kind,
  seed: pictureSeed(form, tint, variation),
});

/** Downloads never run out. */
const ENDLESS = 9999;

/** Completes a store: every combination of options becomes a variant with its own SKU, price and stock. */
export function store(
  prefix: string,
  details: Omit<DemoStore, 'products'>,
  drafts: readonly Draft[],
): DemoStore {
  return { ...details, products: drafts.map((draft, i) => complete(draft, `${prefix}-${101 + i}`)) };
}

function complete(draft: Draft, sku: string): DemoProduct {
  const combinations = combine(Object.entries(draft.options ?? {}));
  const rng = random('stock', draft.name);
  const variants = combinations.map(({ options, extra }, i): DemoVariant => {
    const drawn = rng.chance(0.03) ? 0 : rng.chance(0.14) ? rng.int(1, 3) : rng.int(5, 36);
    return {
      sku: combinations.length > 1 ? `${sku}-${i + 1}` : sku,
      options,
      price: (Number(draft.price) + extra).toFixed(2),
      stock: draft.digital ? ENDLESS : (draft.stock?.[i] ?? drawn),
    };
  });
  return {
    name: draft.name,
    category: draft.category,
    description: draft.about,
    price: variants.map((variant) => variant.price).reduce((a, b) => (Number(b) < Number(a) ? b : a)),
    digital: draft.digital ?? false,
    picture: draft.picture,
    variants,
  };
}

interface Combination {
  readonly options: Readonly<Record<string, string>>;
  readonly extra: number;
}

function combine(choices: readonly (readonly [string, Choices])[]): readonly Combination[] {
  return choices.reduce<readonly Combination[]>(
    (soFar, [option, values]) =>
      soFar.flatMap(({ options, extra }) =>
        Object.entries(values).map(([value, more]) => ({
          options: { ...options, [option]: value },
          extra: extra + more,
        })),
      ),
    [{ options: {}, extra: 0 }],
  );
}
