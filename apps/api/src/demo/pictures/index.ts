import { develop } from './backdrop';
import { drawBowl } from './kinds/bowl';
import { drawCandle } from './kinds/candle';
import { drawDiffuser } from './kinds/diffuser';
import { drawLamp } from './kinds/lamp';
import { drawMug } from './kinds/mug';
import { drawPlanter } from './kinds/planter';
import { drawVase } from './kinds/vase';
import { drawBoard } from './kinds/board';
import { drawSoap } from './kinds/soap';
import { drawPrint } from './kinds/print';
import { drawVinyl } from './kinds/vinyl';
import { drawTote } from './kinds/tote';
import { drawScarf, drawThrow } from './kinds/scarf';
import { drawCushion } from './kinds/cushion';
import { drawNotebook } from './kinds/notebook';
import { drawChair, drawStool } from './kinds/chair';
import { drawCards } from './kinds/cards';
import { drawEbook, drawPattern, drawSamples } from './kinds/tablet';
import { drawEarrings, drawNecklace } from './kinds/jewellery';
import { drawPendant } from './kinds/pendant';
import { type Shot, takeShot, type View } from './shot';

export { drawBanner, drawLogo } from './brand';
export { renderPicture } from './render';
export { pictureSeed, type View } from './shot';

const KINDS = {
  mug: drawMug,
  bowl: drawBowl,
  vase: drawVase,
  planter: drawPlanter,
  lamp: drawLamp,
  candle: drawCandle,
  diffuser: drawDiffuser,
  board: drawBoard,
  soap: drawSoap,
  print: drawPrint,
  vinyl: drawVinyl,
  tote: drawTote,
  scarf: drawScarf,
  throw: drawThrow,
  cushion: drawCushion,
  notebook: drawNotebook,
  chair: drawChair,
  stool: drawStool,
  cards: drawCards,
  ebook: drawEbook,
  pattern: drawPattern,
  samples: drawSamples,
  earrings: drawEarrings,
  necklace: drawNecklace,
  pendant: drawPendant,
} as const satisfies Record<string, (shot: Shot) => void>;
export type PictureKind = keyof typeof KINDS;
export const PICTURE_KINDS = Object.keys(KINDS) as readonly PictureKind[];

/** The SVG of a product's picture, 1600 × 2000. The same arguments give the same text. */
export function drawProduct(kind: PictureKind, seed: number, view: View): string {
  const shot = takeShot(kind, seed, view);
  KINDS[kind](shot);
  return develop(shot.sheet);
}
