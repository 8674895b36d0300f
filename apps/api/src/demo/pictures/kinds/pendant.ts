import { drawBackdrop, toneFor } from '../backdrop';
import { type Colour, colour, mix, scale } from '../colour';
import type { Point } from '../geometry';
import { glazing } from '../glaze';
import { type Glaze, lathe } from '../lathe';
import { MATT, METAL, SATIN } from '../light';
import { noise } from '../noise';
import { contact, dropped } from '../shadow';
import type { Shot } from '../shot';
import { drawTube } from '../tube';
import { drawGlow } from './lamp';

/** Dome, cone, globe, bell; rim first. */
const FORMS: readonly (readonly Point[])[] = [
  [
    [0.46, 0],
    [0.465, 0.03],
    [0.43, 0.18],
    [0.31, 0.34],
    [0.12, 0.42],
    [0.06, 0.44],
    [0.05, 0.52],
  ],
  [
    [0.47, 0],
    [0.46, 0.02],
    [0.28, 0.24],
    [0.1, 0.46],
    [0.06, 0.5],
    [0.05, 0.58],
  ],
  [
    [0.16, 0],
    [0.3, 0.06],
    [0.41, 0.24],
    [0.42, 0.38],
    [0.32, 0.56],
    [0.12, 0.68],
    [0.05, 0.7],
    [0.05, 0.76],
  ],
  [
    [0.36, 0],
    [0.34, 0.04],
    [0.27, 0.2],
    [0.25, 0.4],
    [0.19, 0.56],
    [0.07, 0.64],
    [0.05, 0.7],
  ],
];
const RATTAN = 2;

export function drawPendant(shot: Shot): void {
  const { sheet, rng, view, product, seed, tint } = shot;
  const form = shot.form % FORMS.length;
  const glaze = glazing(tint, product, ['solid', 'bare', 'reactive']);
  const [widen, cordInk] = [
    product.range(0.92, 1.08),
    product.pick([colour('#2a2420'), colour('#d9c7a8'), tint.deep]),
  ];
  const cane: Colour = mix(colour('#c79a62'), tint.main, 0.25);
  const main = form === RATTAN ? cane : glaze.main;
  const [x, y, size, lit] = (
    [
      [800, 1310, 1250, 0],
      [760, 1560, 2100, 0.4],
      [800, 1080, 900, 0.62],
    ] as const
  )[view];
  const profile = (FORMS[form] ?? []).map(([r, h]) => [r * size * widen, h * size] as const);
  const top = profile[profile.length - 1]?.[1] ?? 0;
  const woven: Glaze = (angle, h) => {
    const strand = Math.sin((angle * 26 + Math.floor((h / size) * 60) * Math.PI) % (2 * Math.PI));
    const row = Math.sin((h / size) * 60 * Math.PI) ** 2;
    const glow =
      lit * Math.exp(-(((h / top - 0.4) * 2.4) ** 2)) * Math.cos(angle) * (strand < -0.4 ? 1 : 0.25);
    const c = scale(cane, (0.55 + 0.25 * strand + 0.3 * row) * (1 + 0.1 * noise(angle * 30, h / 6, seed)));
    return [[c[0] + glow, c[1] + glow * 0.7, c[2] + glow * 0.34], MATT];
  };
  const plain = glaze.on(top * 3);
  const tone = toneFor(main, rng, view === 2);
  drawBackdrop(sheet, {
    ground: view === 2 ? rng.pick(['oak', 'walnut', 'smoked']) : 'plaster',
    tone,
    wall: tone,
    horizon: view === 2 ? 1620 : undefined,
    flat: view !== 2,
    dusk: view === 2 ? 0.3 : view === 1 ? 0.1 : 0,
    shadows:
      view === 2
        ? [contact(800, 1830, 420, 60, 0.2)]
        : [
            dropped(
              [
                profile
                  .map(([r, h]) => [x + r, y - h] as const)
                  .concat([...profile].reverse().map(([r, h]) => [x - r, y - h] as const)),
              ],
              130,
              70,
              70,
              0.42,
            ),
          ],
    seed,
  });
  drawTube(sheet, {
    path: [
      [x, -40],
      [x, y - top],
    ],
    radius: size * 0.009,
    colour: cordInk,
    finish: MATT,
    step: 3,
  });
  if (lit > 0) drawGlow(shot, x, y + size * 0.04, size * 0.9, lit * 0.8);
  lathe({
    x,
    y,
    pitch: 0.035,
    profile,
    grounded: 0,
    step: view === 1 ? 5 : 4,
    glaze: (angle, h, surface, r) => {
      if (h > top - size * 0.07) return [colour('#b98d4c'), METAL];
      if (form === RATTAN) return woven(angle, h, surface, r);
      const [c, finish] = plain(angle, h + top, surface, r);
      return h < size * 0.014 ? [[c[0] + lit, c[1] + lit * 0.75, c[2] + lit * 0.4], SATIN] : [c, finish];
    },
  }).draw(sheet);
  if (view !== 2) return;
  const bowl = glazing(tint, product);
  lathe({
    x: 800,
    y: 1830,
    pitch: 0.24,
    profile: [
      [120, 0],
      [130, 12],
      [230, 60],
      [290, 150],
    ],
    wall: 14,
    glaze: bowl.on(150),
  }).draw(sheet);
  drawGlow(shot, x, y + 300, 900, 0.22);
}
