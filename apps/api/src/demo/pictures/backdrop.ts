import { type Colour, css, luminance, mix, scale, SHADE, colour } from './colour';
import { clamp, smoothstep } from './geometry';
import { cloud } from './noise';
import type { Random } from './random';
import type { Shadow } from './shadow';
import type { Sheet } from './sheet';
import { drawTexture, rectPath, type Texture } from './texture';
import { type Wood, woodColour, type WoodName, WOODS } from './wood';

export type Ground = Exclude<Texture, 'grain' | 'knit' | 'canvas'> | WoodName;
type Daylight = 'even' | 'panes' | 'leaves';

export interface Backdrop {
  readonly ground: Ground;
  readonly tone: Colour;
  /** Height on the sheet where table meets wall; left out, the ground sweeps up without an edge. */
  readonly horizon?: number;
  readonly wall?: Colour;
  readonly shadows?: readonly Shadow[];
  readonly daylight?: Daylight;
  /** Seen from straight above: light falls evenly from the upper left. */
  readonly flat?: boolean;
  /** 0…1: how dark the room is. */
  readonly dusk?: number;
  readonly seed: number;
}

/** The quiet tones of the studio; goods bring the colour. */
const TONES = ['#e9dfcf', '#dfd2be', '#d8cdbf', '#e2cfc0', '#ccd0c0', '#cfd5d3', '#d9c3a6', '#c9b5a0'].map(
  colour,
);
const DEEP_TONES = ['#b98f74', '#8d9384', '#7f8d90', '#a39a8c'].map(colour);

/** A tone that the goods stand out from: at least a visible step lighter or darker. */
export function toneFor(goods: Colour, rng: Random, deep = false): Colour {
  const apart = (tone: Colour): number =>
    Math.abs(Math.sqrt(luminance(tone)) - Math.sqrt(luminance(goods))) +
    0.5 * Math.hypot(tone[0] - goods[0], tone[2] - goods[2]);
  const tones = (deep ? [...DEEP_TONES, ...TONES] : TONES).filter((tone) => apart(tone) > 0.17);
  return rng.pick(tones.length > 0 ? tones : DEEP_TONES);
}

export function drawBackdrop(sheet: Sheet, scene: Backdrop): void {
  const { width, height } = sheet;
  const { horizon } = scene;
  if (horizon === undefined) drawGround(sheet, scene, 0, height, 1);
  else {
    const wall = scene.wall ?? mix(scene.tone, colour('#efe6d8'), 0.6);
    sheet.add(`<path d="${rectPath(0, 0, width, horizon)}" fill="${css(wall)}"/>`);
    drawTexture(sheet, rectPath(0, 0, width, horizon), 'plaster', 0.12, 2.2);
    drawGround(sheet, scene, horizon, height - horizon, 0.42);
    sheet.add(`<path d="${rectPath(0, horizon - 3, width, 6)}" fill="#2b1d12" fill-opacity="0.16"/>`);
  }
  sheet.add(
    sheet.raster({ x: -12, y: -12, width: width + 24, height: height + 24 }, 12, 12, daylight(sheet, scene)),
  );
}

function isWood(ground: Ground): ground is WoodName {
  return ground in WOODS;
}

function drawGround(sheet: Sheet, scene: Backdrop, top: number, tall: number, squash: number): void {
  const { width } = sheet;
  const { ground, seed } = scene;
  const area = rectPath(0, top, width, tall);
  if (isWood(ground)) {
    drawPlanks(sheet, WOODS[ground], top, tall, squash, seed);
    return;
  }
  sheet.add(`<path d="${area}" fill="${css(scene.tone)}"/>`);
  const strength = { paper: 0.34, plaster: 0.3, linen: 0.26, stone: 0.4 }[ground];
  drawTexture(sheet, area, ground, strength, ground === 'linen' ? 1.6 : 2);
}

function drawPlanks(sheet: Sheet, wood: Wood, top: number, tall: number, squash: number, seed: number): void {
  const plank = 420 * squash;
  const offset = (seed % 97) * squash * 3;
  const image = sheet.raster({ x: 0, y: top, width: sheet.width, height: tall }, 16, 2.5, (x, y, pixel) => {
    const across = (y - top + offset) / plank;
    const board = Math.floor(across);
    const inside = (across - board) * plank;
    const tone = 0.96 + 0.07 * cloud(board * 3.7, 1.3, seed, 1);
    const gap = smoothstep(0, 5, inside) * smoothstep(plank, plank - 3, inside);
    const c = woodColour(wood, x + board * 777, (y - top) / squash, seed + board * 13);
    const light = tone * (0.55 + 0.45 * gap);
    pixel[0] = c[0] * light;
    pixel[1] = c[1] * light;
    pixel[2] = c[2] * light;
  });
  sheet.add(image);
}

/** Light over the whole set: fall-off from the window, its shape on the wall, and every shadow. */
function daylight(sheet: Sheet, scene: Backdrop) {
  const { width, height } = sheet;
  const { shadows = [], horizon, seed, dusk = 0 } = scene;
  const dapple = scene.daylight === 'leaves' ? leaves(width, height, seed) : undefined;
  const shadeTone = mix(SHADE, scale(scene.tone, 0.25), 0.45);
  return (x: number, y: number, pixel: Float64Array): void => {
    const [u, v] = [x / width, y / height];
    let light = 1.08 - 0.25 * u * u - (scene.flat ? 0.1 * v : 0);
    if (!scene.flat) {
      if (horizon === undefined) {
        light -= 0.17 * smoothstep(0.52, 0.02, v) + 0.06 * smoothstep(0.75, 1, v);
      } else if (y < horizon) light -= 0.1 + 0.12 * smoothstep(0.6, 0, v) * u;
      else light -= 0.05 * smoothstep(0.8, 1, v);
    }
    const corner = Math.hypot(u - 0.46, v - 0.5);
    light *= 1 - 0.16 * smoothstep(0.42, 0.85, corner);
    if (scene.daylight === 'panes') light *= 0.84 + 0.24 * panes(u, v);
    light *= 1 + 0.045 * cloud(u * 3.1, v * 3.6, seed + 5, 3);
    if (dapple) light *= 0.86 + 0.22 * dapple(x, y);
    for (const shadow of shadows) light *= 1 - shadow(x, y);
    light *= 1 - dusk;
    if (light < 1) {
      pixel[0] = shadeTone[0];
      pixel[1] = shadeTone[1];
      pixel[2] = shadeTone[2];
      pixel[3] = 1 - light;
    } else {
      pixel[0] = 1;
      pixel[1] = 0.93;
      pixel[2] = 0.8;
      pixel[3] = clamp((light - 1) * 1.6);
    }
  };
}

/** Sunlight through a window frame, slanting across the set. */
function panes(u: number, v: number): number {
  const s = u * 1.15 + v * 0.28 - 0.2;
  const t = v * 1.05 - u * 0.32 + 0.02;
  const edge = 0.035;
  const bar = (n: number, at: number): number => smoothstep(0.008, 0.03, Math.abs(n - at));
  return (
    smoothstep(0, edge, s) *
    smoothstep(0.74, 0.74 - edge * 2, s) *
    smoothstep(-0.02, 0.03, t) *
    smoothstep(0.62, 0.54, t) *
    (0.25 + 0.75 * bar(s, 0.36)) *
    (0.25 + 0.75 * bar(t, 0.29))
  );
}

/** Sun through a tree outside: soft blots of shade. */
function leaves(width: number, height: number, seed: number) {
  return (x: number, y: number): number => {
    const [u, v] = [x / width, y / height];
    const slant = cloud(u * 5.2 + v * 2.1, v * 3.6 - u * 1.4, seed, 2);
    return smoothstep(-0.28, 0.22, slant + 0.25 * (1 - u) - 0.1);
  };
}

/** The last touch on every picture: a breath of film grain, the same for the whole series. */
export function develop(sheet: Sheet): string {
  drawTexture(sheet, rectPath(0, 0, sheet.width, sheet.height), 'grain', 0.08, 1.4);
  return sheet.toString();
}
