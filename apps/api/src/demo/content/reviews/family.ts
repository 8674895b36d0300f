import type { PictureKind } from '../../pictures';
import type { DemoProduct } from '../catalogue';

/** Goods that people praise and scold for the same things. */
const FAMILIES = {
  mug: 'cups',
  bowl: 'bowls',
  vase: 'vases',
  planter: 'plants',
  lamp: 'lamps',
  pendant: 'pendants',
  board: 'wood',
  chair: 'furniture',
  stool: 'furniture',
  scarf: 'scarves',
  throw: 'cloth',
  cushion: 'cloth',
  tote: 'bags',
  candle: 'candles',
  diffuser: 'bottles',
  soap: 'soap',
  notebook: 'notebooks',
  cards: 'cards',
  earrings: 'earrings',
  necklace: 'necklaces',
  print: 'prints',
  vinyl: 'music',
  ebook: 'books',
  pattern: 'patterns',
  samples: 'sounds',
} as const satisfies Record<PictureKind, string>;

type Family = (typeof FAMILIES)[PictureKind] | 'printables';
/** `any` fits everything that arrives in a parcel. */
export type ReviewTexts = Readonly<Record<Family | 'any', readonly string[]>>;

export const familyOf = ({ digital, picture }: DemoProduct): Family =>
  digital && picture.kind === 'print' ? 'printables' : FAMILIES[picture.kind];
