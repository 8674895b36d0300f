import { drawBackdrop, toneFor } from '../backdrop';
import { drawSprig, stem } from '../botanics';
import { type Colour, colour, mix, scale } from '../colour';
import type { Point } from '../geometry';
import { glazing } from '../glaze';
import { type Glaze, type Lathe, lathe } from '../lathe';
import { GLAZE, MATT, METAL } from '../light';
import { standing } from '../shadow';
import type { Shot } from '../shot';
import { drawLabel } from '../still';
import { drawTube } from '../tube';
import { drawGlow } from './lamp';

/** Amber jar, stoneware cup, pillar, tin. */
const FORMS: readonly (readonly Point[])[] = [
  [
    [0.36, 0],
    [0.4, 0.02],
    [0.42, 0.08],
    [0.42, 0.86],
    [0.4, 0.94],
    [0.405, 1],
  ],
  [
    [0.34, 0],
    [0.38, 0.03],
    [0.43, 0.3],
    [0.42, 0.84],
  ],
  [
    [0.28, 0],
    [0.29, 0.02],
    [0.29, 1.3],
    [0.27, 1.33],
  ],
  [
    [0.5, 0],
    [0.52, 0.02],
    [0.52, 0.52],
    [0.535, 0.53],
    [0.535, 0.58],
  ],
];
const PILLAR = 2;
const WAX = colour('#f0e4cc');

/** Wax, and the pool of light around a burning wick. */
const wax = (r: number, size: number, lit: boolean): Colour =>
  lit ? mix([1.25, 0.98, 0.6], scale(WAX, 0.9), Math.min(1, r / (size * 0.4))) : WAX;

function vessel(shot: Shot): {
  glaze: (height: number) => Glaze;
  main: Colour;
  decorate: (body: Lathe) => void;
} {
  const { product, tint, sheet } = shot;
  const form = shot.form % FORMS.length;
  const mark = product.int(0, 4);
  const paper = product.pick([colour('#f2e9d8'), tint.pale, colour('#e8dcc6')]);
  const label = (body: Lathe): void =>
    drawLabel(
      sheet,
      body,
      0.22,
      form === 3 ? 0.8 : 0.66,
      0.62,
      mix(tint.deep, [0.02, 0.02, 0.02], 0.4),
      paper,
      mark,
    );
  if (form === 0) {
    const glass = product.pick([colour('#7a3f16'), mix(tint.deep, tint.main, 0.45), colour('#8a4d1c')]);
    const glaze: Glaze = (angle) => {
      const thin = Math.abs(Math.sin(angle));
      return [mix(scale(glass, 1.5), scale(glass, 0.55), thin ** 2.5), { ...GLAZE, gloss: 0.85 }];
    };
    return { glaze: () => glaze, main: glass, decorate: label };
  }
  if (form === PILLAR) {
    const dyed = product.pick([tint.main, mix(tint.main, WAX, 0.4), tint.pale]);
    return {
      glaze: () => () => [dyed, { gloss: 0.16, rough: 0.8, glow: 0.7 }],
      main: dyed,
      decorate: () => undefined,
    };
  }
  if (form === 3) {
    const tin = product.pick([colour('#c9c4ba'), mix(tint.main, colour('#c9c4ba'), 0.35), colour('#c99f5e')]);
    const glaze: Glaze = () => [tin, { ...METAL, rough: 0.45, gloss: 0.75 }];
    return { glaze: () => glaze, main: tin, decorate: label };
  }
  const stone = glazing(tint, product);
  return {
    glaze: (height) => stone.on(height, WAX),
    main: stone.main,
    decorate: (body) => stone.decorate(sheet, body),
  };
}

function drawWick(shot: Shot, x: number, y: number, size: number, lit: boolean): void {
  const { sheet } = shot;
  const tall = size * 0.085;
  drawTube(sheet, {
    path: [
      [x, y],
      [x + size * 0.006, y - tall],
    ],
    radius: size * 0.009,
    colour: colour('#2c241e'),
    finish: MATT,
    step: 2,
  });
  if (!lit) return;
  const [w, h] = [size * 0.055, size * 0.24];
  const tip = y - tall * 0.4;
  const drop = (k: number): string =>
    `M${x} ${tip}C${x - w * k * 1.5} ${tip - h * 0.12 * k} ${x - w * k} ${tip - h * 0.5 * k} ${x} ${tip - h * k}C${x + w * k} ${tip - h * 0.5 * k} ${x + w * k * 1.5} ${tip - h * 0.12 * k} ${x} ${tip}Z`;
  drawGlow(shot, x, tip - h * 0.4, size * 0.8, 0.36);
  sheet.add(
    `<path d="${drop(1)}" fill="#ffb347" fill-opacity="0.85"/><path d="${drop(0.78)}" fill="#ffe08a"/><path d="${drop(0.5)}" fill="#fffbe6"/>`,
  );
}

export function drawCandle(shot: Shot): void {
  const { sheet, rng, view, product, seed } = shot;
  const form = shot.form % FORMS.length;
  const { glaze, main, decorate } = vessel(shot);
  const widen = product.range(0.95, 1.08);
  const [x, y, size, pitch] = (
    [
      [800, 1480, form === PILLAR ? 760 : 850, 0.24],
      [760, 2080, 1360, 0.56],
      [640, 1690, form === PILLAR ? 700 : 790, 0.26],
    ] as const
  )[view];
  const light = view > 0;
  const lighted =
    (plain: Glaze, s: number, lit: boolean): Glaze =>
    (angle, h, surface, r) =>
      surface === 'content' ? [wax(r, s, lit), MATT] : plain(angle, h, surface, r);
  const place = (px: number, py: number, s: number, lit: boolean): void => {
    const profile = (FORMS[form] ?? []).map(([r, h]) => [r * s * widen, h * s] as const);
    const height = profile[profile.length - 1]?.[1] ?? s;
    const solid = form === PILLAR;
    const level = height * 0.84;
    const body = lathe({
      x: px,
      y: py,
      pitch,
      profile,
      wall: solid ? undefined : s * 0.03,
      filled: solid ? undefined : level,
      glaze: lighted(glaze(height), s, lit),
    });
    body.draw(sheet);
    decorate(body);
    const [, wy] = body.ring(solid ? height : level, 0)[0] ?? [px, py];
    drawWick(shot, px, wy, s, lit);
  };
  drawBackdrop(sheet, {
    ground:
      view === 0
        ? 'paper'
        : view === 1
          ? rng.pick(['linen', 'plaster', 'stone'])
          : rng.pick(['oak', 'smoked', 'stone', 'linen']),
    tone: toneFor(main, rng),
    wall: toneFor(main, rng, true),
    horizon: view === 2 ? 1210 : undefined,
    dusk: view === 2 ? 0.26 : 0,
    shadows: [
      ...standing(x, y, (FORMS[form]?.[0]?.[0] ?? 0.4) * size, size * 0.9, pitch),
      ...(view === 2
        ? standing(1170, 1430, (FORMS[form]?.[0]?.[0] ?? 0.4) * size * 0.8, size * 0.7, pitch)
        : []),
    ],
    seed,
  });
  if (view === 2) {
    drawSprig(sheet, 'eucalyptus', stem([90, 1880], -0.12, 620, 0.12, rng), 170, rng);
    place(1170, 1430, size * 0.8, false);
  }
  place(x, y, size, light);
}
