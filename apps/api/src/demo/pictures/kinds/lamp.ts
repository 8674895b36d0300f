import { type Backdrop, drawBackdrop, toneFor } from '../backdrop';
import { type Colour, colour, mix, scale } from '../colour';
import { type Point } from '../geometry';
import { glazing } from '../glaze';
import { lathe } from '../lathe';
import { METAL, SATIN } from '../light';
import { noise } from '../noise';
import { rectPath } from '../texture';
import { standing } from '../shadow';
import type { Shot } from '../shot';
import { drawTube } from '../tube';
import { TIMBER, woodColour, WOODS } from '../wood';

/** Bases: jug, column, ball, spindle; the fifth form is a mushroom lamp with its own dome. */
const BASES: readonly (readonly Point[])[] = [
  [
    [0.17, 0],
    [0.19, 0.02],
    [0.27, 0.2],
    [0.24, 0.38],
    [0.1, 0.52],
    [0.05, 0.58],
  ],
  [
    [0.16, 0],
    [0.17, 0.02],
    [0.13, 0.06],
    [0.11, 0.3],
    [0.09, 0.54],
    [0.05, 0.57],
  ],
  [
    [0.12, 0],
    [0.14, 0.02],
    [0.27, 0.2],
    [0.26, 0.3],
    [0.13, 0.43],
    [0.05, 0.5],
  ],
  [
    [0.2, 0],
    [0.21, 0.03],
    [0.06, 0.07],
    [0.05, 0.16],
    [0.11, 0.24],
    [0.05, 0.32],
    [0.09, 0.44],
    [0.035, 0.56],
  ],
  [
    [0.2, 0],
    [0.22, 0.03],
    [0.12, 0.12],
    [0.1, 0.3],
    [0.13, 0.46],
  ],
];
const SHADES: readonly (readonly Point[])[] = [
  [
    [0.42, 0],
    [0.27, 0.38],
  ],
  [
    [0.36, 0],
    [0.34, 0.34],
  ],
  [
    [0.43, 0],
    [0.38, 0.18],
    [0.16, 0.32],
  ],
];
const DOME: readonly Point[] = [
  [0.4, 0],
  [0.42, 0.02],
  [0.4, 0.12],
  [0.28, 0.25],
  [0.1, 0.31],
  [0.004, 0.32],
];
const SPINDLE = 3;
const MUSHROOM = 4;
const WARM: Colour = [1.0, 0.72, 0.4];

export function drawLamp(shot: Shot): void {
  const { sheet, rng, view, product, seed } = shot;
  const form = shot.form % BASES.length;
  const glaze = glazing(shot.tint, product, ['solid', 'reactive', 'bare', 'dipped']);
  const linen = product.pick([colour('#ece0c9'), shot.tint.pale, colour('#dccbb0')]);
  const wide = product.range(0.9, 1.1);
  const wood = WOODS[TIMBER[shot.tintName]];
  const grain = product.int(1, 999);
  const shadeForm = form === MUSHROOM ? DOME : (SHADES[product.int(0, SHADES.length - 1)] ?? DOME);
  const lit = view === 2 ? 0.62 : view === 1 ? 0.34 : 0.13;
  const [x, y, size] = (
    [
      [800, 1690, 1330],
      [700, 2180, 2080],
      [690, 1730, 1150],
    ] as const
  )[view];
  const pitch = 0.1;
  const base = (BASES[form] ?? []).map(([r, h]) => [r * size * wide, h * size] as const);
  const top = base[base.length - 1]?.[1] ?? 0;
  const main = form === SPINDLE ? wood.light : glaze.main;
  const backdrop: Backdrop = {
    ground: view === 0 ? 'paper' : rng.pick(['oak', 'smoked', 'walnut']),
    tone: toneFor(main, rng),
    wall: toneFor(mix(main, linen, 0.5), rng, true),
    horizon: view === 0 ? undefined : view === 1 ? 1700 : 1420,
    dusk: view === 2 ? 0.4 : 0,
    shadows: standing(x, y, (base[0]?.[0] ?? 100) * 1.15, size * 0.5, 0.22),
    seed,
  };
  drawBackdrop(sheet, backdrop);
  const bulb = y - top * Math.cos(pitch) - size * 0.1;
  if (view > 0) drawGlow(shot, x, bulb, size, lit * 0.55);
  lathe({
    x,
    y,
    pitch,
    profile: base,
    glaze:
      form === SPINDLE
        ? (angle, h) => [woodColour(wood, h, Math.sin(angle) * size * 0.2, grain), SATIN]
        : glaze.on(top),
  }).draw(sheet);
  if (form !== MUSHROOM) {
    drawTube(sheet, {
      path: [
        [x, y - top],
        [x, bulb],
      ],
      radius: size * 0.016,
      colour: colour('#b88a4a'),
      finish: METAL,
      step: 3,
    });
  }
  const drop = form === MUSHROOM ? size * 0.06 : -size * 0.015;
  const shade = shadeForm.map(([r, h]) => [r * size * (form === MUSHROOM ? 1 : wide), h * size] as const);
  const tall = shade[shade.length - 1]?.[1] ?? 1;
  const fabric = form === MUSHROOM ? glaze.main : linen;
  lathe({
    x,
    y: y - top + drop,
    pitch: form === MUSHROOM ? pitch : 0.04,
    profile: shade,
    grounded: 0,
    glaze: (angle, h) => {
      const weave =
        form === MUSHROOM
          ? 1
          : 1 + 0.05 * noise(angle * 60, h / 5, seed) + 0.03 * noise(angle * 9, h / 2, seed + 1);
      const near = Math.exp(-(((h / tall - 0.38) * 2.1) ** 2)) * (0.45 + 0.55 * Math.cos(angle));
      const seam = form === MUSHROOM ? 1 : h < tall * 0.022 || h > tall * 0.978 ? 0.8 : 1;
      const glow = form === MUSHROOM ? lit * 0.35 : lit;
      return [
        lighten(scale(fabric, weave * seam), glow * near * 1.2 + glow * 0.12),
        { gloss: form === MUSHROOM ? 0.5 : 0.02, rough: 0.4, glow: 0.8 },
      ];
    },
  }).draw(sheet);
  if (view > 0) drawGlow(shot, x, bulb - size * 0.05, size * 0.62, lit * 0.34);
}

const lighten = (c: Colour, by: number): Colour => [
  c[0] + WARM[0] * by,
  c[1] + WARM[1] * by,
  c[2] + WARM[2] * by,
];

/** Lamplight on the room around it. */
export function drawGlow(shot: Shot, x: number, y: number, radius: number, strength: number): void {
  const { sheet } = shot;
  const fill = sheet.define(
    (id) =>
      `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" cx="${x}" cy="${y}" r="${radius}"><stop offset="0" stop-color="#ffdfa0" stop-opacity="${strength}"/>` +
      `<stop offset="0.4" stop-color="#ffc979" stop-opacity="${strength * 0.45}"/><stop offset="1" stop-color="#ffb860" stop-opacity="0"/></radialGradient>`,
  );
  sheet.add(`<path d="${rectPath(x - radius, y - radius, radius * 2, radius * 2)}" fill="${fill}"/>`);
}
