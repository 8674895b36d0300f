import { noise } from './noise';
import { type Path } from './geometry';
import { pngDataUri } from './png';
import type { Sheet } from './sheet';

/** Fine structures that tile without a seam: light and dark specks laid over a plain colour. */
export type Texture = 'grain' | 'paper' | 'linen' | 'canvas' | 'plaster' | 'knit' | 'stone';

const SIZE = 256;
const tiles = new Map<Texture, string>();

/** Fill reference of a texture, drawn at `zoom` sheet units per tile pixel. */
export function texture(sheet: Sheet, kind: Texture, zoom = 1): string {
  let tile = tiles.get(kind);
  if (!tile) {
    tile = makeTile(kind);
    tiles.set(kind, tile);
  }
  const image = tile;
  // whole pixels: a repeat that falls between them costs librsvg a slow resampling
  const size = Math.round(SIZE * zoom);
  return sheet.define(
    (id) =>
      `<pattern id="${id}" width="${size}" height="${size}" patternUnits="userSpaceOnUse">` +
      `<image width="${size}" height="${size}" href="${image}"/></pattern>`,
  );
}

export function drawTexture(sheet: Sheet, d: string, kind: Texture, opacity: number, zoom = 1): void {
  sheet.add(
    `<path d="${d}" fill="${texture(sheet, kind, zoom)}" fill-opacity="${opacity}" fill-rule="evenodd"/>`,
  );
}

export const rectPath = (x: number, y: number, w: number, h: number): string => `M${x} ${y}h${w}v${h}h${-w}Z`;

/** Height −1…1 of a texture at a pixel; positive is lit, negative in shade. */
function relief(kind: Texture, x: number, y: number): number {
  switch (kind) {
    case 'grain':
      return white(x, y, 1) * 0.5;
    case 'paper':
      return wrapped(x, y, 3.2, 3) * 0.16 + wrapped(x, y, 1.7, 5) * 0.22 + white(x, y, 2) * 0.26;
    case 'plaster':
      return wrapped(x, y, 5, 9) * 0.17 + wrapped(x / 4, y, 2.1, 8) * 0.16 + white(x, y, 6) * 0.18;
    case 'stone':
      return wrapped(x, y, 4, 11) * 0.16 + speck(x, y) + white(x, y, 7) * 0.24;
    case 'linen':
      return weave(x, y, 4, 0.34);
    case 'canvas':
      return weave(x, y, 8, 0.35);
    case 'knit':
      return knit(x, y);
  }
}

function weave(x: number, y: number, pitch: number, unevenness: number): number {
  const [column, row] = [Math.floor(x / pitch), Math.floor(y / pitch)];
  const across = Math.sin(((x / pitch) % 1) * Math.PI);
  const down = Math.sin(((y / pitch) % 1) * Math.PI);
  const over = (column + row) % 2 === 0;
  const thread = over ? white(column, 0, 21) : white(0, row, 22);
  const slub = over ? wrapped(x, y, 32, 23) : wrapped(y, x, 32, 24);
  return (
    (over ? across : down) * 0.75 - 0.45 + (thread * 0.5 + slub * 0.5) * unevenness + white(x, y, 3) * 0.12
  );
}

function knit(x: number, y: number): number {
  const pitch = 16;
  const u = ((x % pitch) / pitch) * 2 - 1;
  const v = (y / 8 + Math.abs(u) * 0.9) % 1;
  const strand = Math.sin(v * Math.PI) * (1 - Math.abs(Math.abs(u) - 0.5));
  return strand * 1.2 - 0.6 + white(x, y, 4) * 0.16;
}

function speck(x: number, y: number): number {
  const n = noise(x / 3, y / 3, 31);
  return n > 0.78 ? (noise(x / 12, y / 12, 32) > 0 ? 0.4 : -0.55) : 0;
}

/** Noise that repeats with the tile: features of `size` pixels, which must divide it evenly enough not to show. */
function wrapped(x: number, y: number, size: number, seed: number): number {
  const margin = 32;
  const blend = (v: number): number => (v < margin ? v / margin : 1);
  const [bx, by] = [blend(x), blend(y)];
  const at = (px: number, py: number): number => noise(px / size, py / size, seed);
  const near = at(x, y) * bx + at(x + SIZE, y) * (1 - bx);
  const far = at(x, y + SIZE) * bx + at(x + SIZE, y + SIZE) * (1 - bx);
  return near * by + far * (1 - by);
}

function white(x: number, y: number, seed: number): number {
  return noise(Math.floor(x), Math.floor(y), seed * 101);
}

function makeTile(kind: Texture): string {
  const data = new Uint8Array(SIZE * SIZE * 4);
  for (let y = 0; y < SIZE; y++) {
    for (let x = 0; x < SIZE; x++) {
      const height = relief(kind, x, y);
      const byte = height > 0 ? 255 : 0;
      data.set(
        [byte, height > 0 ? 250 : 0, height > 0 ? 235 : 0, Math.min(255, Math.abs(height) * 255)],
        (y * SIZE + x) * 4,
      );
    }
  }
  return pngDataUri(SIZE, SIZE, data);
}

/** A path's outline as SVG data, for texture fills. */
export const pathData = (shape: Path): string =>
  `M${shape.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`;
