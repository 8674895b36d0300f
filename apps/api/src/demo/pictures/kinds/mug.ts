import { drawBackdrop, toneFor } from '../backdrop';
import { curve, type Point } from '../geometry';
import { COFFEE, type Glazing, glazing, TEA } from '../glaze';
import { type Lathe, lathe } from '../lathe';
import { type Shadow, standing } from '../shadow';
import type { Shot } from '../shot';
import { drawTube } from '../tube';

/** Radius and height pairs for a body about one unit tall: straight, belly, flared, cup, waisted. */
const FORMS: readonly (readonly Point[])[] = [
  [
    [0.4, 0],
    [0.43, 0.03],
    [0.45, 0.1],
    [0.455, 0.5],
    [0.455, 1],
  ],
  [
    [0.3, 0],
    [0.34, 0.03],
    [0.47, 0.24],
    [0.52, 0.46],
    [0.47, 0.74],
    [0.43, 0.9],
    [0.44, 0.97],
  ],
  [
    [0.32, 0],
    [0.35, 0.03],
    [0.39, 0.3],
    [0.44, 0.7],
    [0.48, 1.04],
  ],
  [
    [0.36, 0],
    [0.4, 0.03],
    [0.52, 0.16],
    [0.54, 0.4],
    [0.53, 0.76],
  ],
  [
    [0.44, 0],
    [0.46, 0.03],
    [0.43, 0.2],
    [0.38, 0.5],
    [0.38, 0.75],
    [0.42, 1.02],
  ],
];
const TUMBLER = 3;

interface Mug {
  readonly glaze: Glazing;
  readonly profile: readonly Point[];
  readonly drink: typeof COFFEE;
  readonly handle?: {
    readonly top: number;
    readonly low: number;
    readonly out: number;
    readonly thick: number;
  };
}

interface Placed {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly pitch: number;
  readonly full?: boolean;
  /** Which way the handle points: 1 right, −1 left. */
  readonly side?: 1 | -1;
}

function design({ product, tint, form }: Shot): Mug {
  const glaze = glazing(tint, product);
  const stretch = product.range(0.9, 1.1);
  const widen = product.range(0.94, 1.06);
  const drink = product.pick([COFFEE, COFFEE, TEA]);
  const handle = {
    top: product.range(0.78, 0.9),
    low: product.range(0.16, 0.3),
    out: product.range(0.3, 0.42),
    thick: product.range(0.1, 0.135),
  };
  return {
    glaze,
    drink,
    profile: (FORMS[form % FORMS.length] ?? []).map(([r, h]) => [r * widen, h * stretch] as const),
    handle: form % FORMS.length === TUMBLER ? undefined : handle,
  };
}

function turn(mug: Mug, { x, y, size, pitch, full }: Placed): Lathe {
  const profile = mug.profile.map(([r, h]) => [r * size, h * size] as const);
  const height = profile[profile.length - 1]?.[1] ?? size;
  return lathe({
    x,
    y,
    pitch,
    profile,
    wall: size * 0.045,
    filled: full ? height * 0.86 : undefined,
    glaze: mug.glaze.on(height, mug.drink),
    step: size > 1000 ? 6 : 4,
  });
}

function drawHandle(shot: Shot, mug: Mug, body: Lathe, { size, side = 1 }: Placed): void {
  const { handle } = mug;
  if (!handle) return;
  const thick = handle.thick * size;
  const at = (share: number): Point => {
    const [x, y] = body.at((side * Math.PI) / 2, body.height * share);
    return [x - side * thick * 0.25, y];
  };
  const [top, low] = [at(handle.top), at(handle.low)];
  const out = body.height * handle.out * side;
  const drop = low[1] - top[1];
  const reach = side * Math.max(top[0] * side, low[0] * side) + out * 0.95;
  const path = curve([
    top,
    [top[0] + out * 0.46, top[1] - drop * 0.06],
    [reach - out * 0.04, top[1] + drop * 0.16],
    [reach, top[1] + drop * 0.42],
    [reach - out * 0.16, top[1] + drop * 0.7],
    [low[0] + out * 0.42, top[1] + drop * 0.93],
    low,
  ]);
  drawTube(shot.sheet, {
    path,
    radius: (t) => thick * (0.52 - 0.12 * Math.sin(Math.PI * t)),
    colour: (t) => mug.glaze.at(handle.top + (handle.low - handle.top) * t)[0],
    finish: mug.glaze.at(0.6)[1],
    open: (t) => 0.5 + 0.5 * Math.sin(Math.PI * Math.min(0.9, t + 0.12)),
    step: 4,
  });
}

function drawPlaced(shot: Shot, mug: Mug, placed: Placed): void {
  const body = turn(mug, placed);
  drawHandle(shot, mug, body, placed);
  body.draw(shot.sheet);
  mug.glaze.decorate(shot.sheet, body);
}

function shadowsOf(mug: Mug, { x, y, size, pitch }: Placed): readonly Shadow[] {
  return standing(x, y, (mug.profile[0]?.[0] ?? 0.4) * size, size, pitch);
}

export function drawMug(shot: Shot): void {
  const { sheet, rng, view, seed } = shot;
  const mug = design(shot);
  const tone = toneFor(mug.glaze.main, rng);
  if (view === 2) {
    const back: Placed = { x: 1060, y: 1420, size: 560, pitch: 0.28 };
    const front: Placed = { x: 610, y: 1650, size: 690, pitch: 0.28, full: true, side: -1 };
    drawBackdrop(sheet, {
      ground: rng.pick(['oak', 'smoked', 'walnut', 'linen']),
      tone,
      wall: toneFor(mug.glaze.main, rng, true),
      horizon: 1120,
      daylight: rng.pick(['panes', 'leaves']),
      shadows: [...shadowsOf(mug, back), ...shadowsOf(mug, front)],
      seed,
    });
    drawPlaced(shot, mug, back);
    drawPlaced(shot, mug, front);
    return;
  }
  const placed: Placed =
    view === 0
      ? { x: mug.handle ? 715 : 800, y: 1420, size: 840, pitch: 0.2 }
      : { x: mug.handle ? 640 : 800, y: 2010, size: 1330, pitch: 0.6, full: true };
  drawBackdrop(sheet, {
    ground: view === 0 ? 'paper' : rng.pick(['linen', 'plaster', 'oak']),
    tone,
    shadows: shadowsOf(mug, placed),
    seed,
  });
  drawPlaced(shot, mug, placed);
}
