import { drawBackdrop, toneFor } from '../backdrop';
import { drawSprig, stem } from '../botanics';
import { colour, mix, scale } from '../colour';
import type { Point } from '../geometry';
import { type Glaze, lathe } from '../lathe';
import { GLAZE, MATT } from '../light';
import { standing } from '../shadow';
import type { Shot } from '../shot';
import { drawLabel } from '../still';
import { drawTube } from '../tube';

/** Round flask, apothecary, tall, with reeds; the fourth form is a dropper bottle. */
const FORMS: readonly (readonly Point[])[] = [
  [
    [0.3, 0],
    [0.34, 0.03],
    [0.4, 0.24],
    [0.33, 0.48],
    [0.13, 0.62],
    [0.11, 0.74],
    [0.14, 0.76],
    [0.14, 0.8],
  ],
  [
    [0.33, 0],
    [0.36, 0.03],
    [0.37, 0.5],
    [0.32, 0.6],
    [0.13, 0.67],
    [0.12, 0.78],
    [0.15, 0.8],
    [0.15, 0.84],
  ],
  [
    [0.24, 0],
    [0.27, 0.02],
    [0.27, 0.68],
    [0.22, 0.78],
    [0.11, 0.83],
    [0.11, 0.94],
    [0.13, 0.96],
  ],
  [
    [0.28, 0],
    [0.31, 0.02],
    [0.31, 0.7],
    [0.26, 0.8],
    [0.13, 0.86],
    [0.13, 0.9],
  ],
];
const TALL = 2;
const DROPPER = 3;

export function drawDiffuser(shot: Shot): void {
  const { sheet, rng, view, product, seed } = shot;
  const form = shot.form % FORMS.length;
  const glass = product.pick([mix(shot.tint.main, shot.tint.deep, 0.35), colour('#7a4218'), shot.tint.deep]);
  const paper = product.pick([colour('#f2e9d8'), shot.tint.pale, colour('#e9dfcc')]);
  const mark = product.int(0, 4);
  const reeds = Array.from({ length: product.int(6, 8) }, () => product.range(-0.36, 0.36));
  const glaze: Glaze = (angle, h, surface) => {
    const thin = Math.abs(Math.sin(angle));
    const liquid = surface === 'outside' && h < 0.5 ? 0.8 : 1;
    return [
      scale(mix(scale(glass, 1.5), scale(glass, 0.5), thin ** 2.2), liquid),
      { ...GLAZE, gloss: 0.9, rough: 0.16 },
    ];
  };
  const [x, y, size, pitch] = (
    [
      [800, 1600, form === TALL ? 790 : 900, 0.16],
      [740, 1960, 1500, 0.24],
      [660, 1700, 860, 0.2],
    ] as const
  )[view];
  const profile = (FORMS[form] ?? []).map(([r, h]) => [r * size, h * size] as const);
  drawBackdrop(sheet, {
    ground: view === 0 ? 'paper' : view === 1 ? 'stone' : rng.pick(['stone', 'oak', 'plaster']),
    tone: toneFor(glass, rng),
    wall: toneFor(glass, rng, true),
    horizon: view === 2 ? 1290 : undefined,
    daylight: view === 0 ? 'even' : rng.pick(['panes', 'leaves']),
    shadows: standing(x, y, (profile[0]?.[0] ?? 100) * 1.05, size * 0.7, pitch),
    seed,
  });
  if (view === 2) drawSprig(sheet, 'olive', stem([1500, 1800], Math.PI + 0.14, 600, -0.1, rng), 170, rng);
  const body = lathe({ x, y, pitch, profile, wall: form === DROPPER ? undefined : size * 0.026, glaze });
  body.draw(sheet);
  drawLabel(
    sheet,
    body,
    0.16,
    form === 0 ? 0.44 : 0.52,
    form === 0 ? 0.55 : 0.72,
    mix(shot.tint.deep, [0.02, 0.02, 0.02], 0.4),
    paper,
    mark,
  );
  const [, mouth] = body.ring(body.height)[0] ?? [x, y];
  if (form === DROPPER) {
    const cap = [
      [0.145, 0],
      [0.15, 0.02],
      [0.15, 0.16],
      [0.13, 0.17],
      [0.075, 0.19],
      [0.085, 0.3],
      [0.07, 0.4],
      [0.02, 0.43],
    ] as const;
    lathe({
      x,
      y: y - body.height * Math.cos(pitch) + size * 0.012,
      pitch,
      grounded: 0.25,
      profile: cap.map(([r, h]) => [r * size, h * size] as const),
      glaze: () => [colour('#26211d'), { gloss: 0.4, rough: 0.5 }],
    }).draw(sheet);
    return;
  }
  for (const lean of reeds) {
    const rim = body.radius(body.height) * 0.72;
    const from: Point = [x - lean * rim * 0.8, mouth - rim * Math.sin(pitch) * 0.8];
    const tip: Point = [x + lean * size * 1.25, mouth - size * (0.86 - Math.abs(lean) * 0.3)];
    drawTube(sheet, {
      path: [from, tip],
      radius: size * 0.0105,
      colour: colour('#b48a58'),
      finish: MATT,
      step: 3,
    });
  }
}
