import { drawBackdrop, toneFor } from '../backdrop';
import { drawSprig, type Sprig, stem } from '../botanics';
import type { Point } from '../geometry';
import { glazing } from '../glaze';
import { type Lathe, lathe } from '../lathe';
import { standing } from '../shadow';
import type { Shot } from '../shot';

/** Bottle, moon, amphora, cylinder, bud, gourd, about one unit tall. */
const FORMS: readonly (readonly Point[])[] = [
  [
    [0.2, 0],
    [0.23, 0.02],
    [0.28, 0.16],
    [0.27, 0.4],
    [0.12, 0.64],
    [0.075, 0.8],
    [0.085, 0.96],
    [0.11, 1],
  ],
  [
    [0.16, 0],
    [0.18, 0.02],
    [0.36, 0.26],
    [0.41, 0.42],
    [0.34, 0.64],
    [0.15, 0.78],
    [0.13, 0.86],
    [0.16, 0.9],
  ],
  [
    [0.13, 0],
    [0.15, 0.03],
    [0.27, 0.36],
    [0.33, 0.58],
    [0.27, 0.76],
    [0.14, 0.86],
    [0.13, 0.94],
    [0.19, 1],
  ],
  [
    [0.2, 0],
    [0.21, 0.02],
    [0.22, 0.2],
    [0.215, 0.6],
    [0.22, 0.96],
  ],
  [
    [0.2, 0],
    [0.22, 0.02],
    [0.27, 0.16],
    [0.23, 0.32],
    [0.09, 0.46],
    [0.06, 0.62],
    [0.09, 0.74],
  ],
  [
    [0.2, 0],
    [0.22, 0.02],
    [0.3, 0.18],
    [0.27, 0.36],
    [0.17, 0.47],
    [0.22, 0.62],
    [0.2, 0.76],
    [0.1, 0.88],
    [0.13, 0.96],
  ],
];

const BUD = 4;

export function drawVase(shot: Shot): void {
  const { sheet, rng, view, seed, product } = shot;
  const glaze = glazing(shot.tint, product, ['solid', 'dipped', 'reactive', 'bare', 'banded', 'reactive']);
  const [widen, stretch] = [product.range(0.9, 1.12), product.range(0.94, 1.06)];
  const form = (FORMS[shot.form % FORMS.length] ?? []).map(([r, h]) => [r * widen, h * stretch] as const);
  const sprig = product.pick<Sprig>(['eucalyptus', 'olive', 'pampas', 'berries', 'cotton']);
  const turn = (x: number, y: number, size: number, pitch: number): Lathe => {
    const profile = form.map(([r, h]) => [r * size, h * size] as const);
    return lathe({
      x,
      y,
      pitch,
      profile,
      wall: size * 0.022,
      glaze: glaze.on(profile[profile.length - 1]?.[1] ?? 1),
      step: size > 1500 ? 5 : 4,
    });
  };
  const tone = toneFor(glaze.main, rng);
  const [x, y, size, pitch] = (
    [
      [800, 1620, shot.form % FORMS.length === BUD ? 1420 : 1200, 0.16],
      [720, 2330, 2150, 0.3],
      [700, 1720, 960, 0.2],
    ] as const
  )[view];
  drawBackdrop(sheet, {
    ground: view === 0 ? 'paper' : view === 1 ? 'plaster' : rng.pick(['oak', 'smoked', 'walnut', 'plaster']),
    tone,
    wall: toneFor(glaze.main, rng, true),
    horizon: view === 2 ? 1400 : undefined,
    daylight: view === 0 ? 'even' : rng.pick(['panes', 'leaves']),
    shadows: standing(x, y, (form[0]?.[0] ?? 0.2) * size * 1.15, size * 0.6, Math.max(0.22, pitch)),
    seed,
  });
  const body = turn(x, y, size, pitch);
  body.draw(sheet);
  glaze.decorate(sheet, body);
  if (view !== 2) return;
  const [mx, my] = [x, body.ring(body.height)[0]?.[1] ?? 0];
  const count = sprig === 'cotton' || sprig === 'berries' ? 4 : 3;
  for (let k = 0; k < count; k++) {
    const lean = (k - (count - 1) / 2) * 0.36 + rng.range(-0.1, 0.1);
    const from: Point = [
      mx + lean * body.radius(body.height) * 0.9,
      my - body.radius(body.height) * Math.sin(pitch) * 1.1,
    ];
    drawSprig(sheet, sprig, stem(from, -Math.PI / 2 + lean, rng.range(620, 800), lean * 0.9, rng), 215, rng);
  }
}
