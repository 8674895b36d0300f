import { drawBackdrop, toneFor } from '../backdrop';
import { scale } from '../colour';
import { type Point } from '../geometry';
import { type Glazing, glazing } from '../glaze';
import { type Glaze, type Lathe, lathe } from '../lathe';
import { SATIN } from '../light';
import { standing } from '../shadow';
import type { Shot } from '../shot';
import { drawFruits, type Fruit, fruitShadows } from '../still';
import { TIMBER, woodColour, type WoodName, WOODS } from '../wood';

/** Deep, pasta, footed, nest, turned wood. */
const FORMS: readonly (readonly Point[])[] = [
  [
    [0.26, 0],
    [0.28, 0.05],
    [0.4, 0.12],
    [0.55, 0.3],
    [0.6, 0.52],
  ],
  [
    [0.3, 0],
    [0.32, 0.03],
    [0.52, 0.09],
    [0.66, 0.2],
    [0.68, 0.27],
  ],
  [
    [0.24, 0],
    [0.19, 0.08],
    [0.17, 0.14],
    [0.3, 0.2],
    [0.52, 0.34],
    [0.6, 0.56],
  ],
  [
    [0.24, 0],
    [0.26, 0.03],
    [0.44, 0.14],
    [0.55, 0.3],
    [0.6, 0.4],
  ],
  [
    [0.3, 0],
    [0.36, 0.02],
    [0.54, 0.14],
    [0.62, 0.32],
    [0.59, 0.46],
  ],
];
const NEST = 3;
const TURNED = 4;

interface Bowl {
  readonly profile: readonly Point[];
  readonly glaze: Glazing;
  readonly wood?: WoodName;
  readonly seed: number;
}

function turn(bowl: Bowl, x: number, y: number, size: number, pitch: number, fine = false): Lathe {
  const profile = bowl.profile.map(([r, h]) => [r * size, h * size] as const);
  const height = profile[profile.length - 1]?.[1] ?? size;
  const grain: Glaze = (angle, h, surface) => {
    const wood = WOODS[bowl.wood ?? 'oak'];
    const r = size * 0.5;
    const c = woodColour(wood, Math.sin(angle) * r * 0.9 + h * 0.4, Math.cos(angle) * r + h, bowl.seed);
    return [surface === 'rim' ? scale(c, 1.08) : c, SATIN];
  };
  return lathe({
    x,
    y,
    pitch,
    profile,
    wall: size * (bowl.wood ? 0.05 : 0.034),
    glaze: bowl.wood ? grain : bowl.glaze.on(height),
    step: fine ? 3 : size > 1100 ? 5 : 4,
  });
}

export function drawBowl(shot: Shot): void {
  const { sheet, rng, view, seed, form, product } = shot;
  const kind = form % FORMS.length;
  const stretch = product.range(0.92, 1.1);
  const bowl: Bowl = {
    profile: (FORMS[kind] ?? []).map(([r, h]) => [r, h * stretch] as const),
    glaze: glazing(shot.tint, product),
    wood: kind === TURNED ? TIMBER[shot.tintName] : undefined,
    seed: product.int(1, 999),
  };
  const main = bowl.wood ? WOODS[bowl.wood].light : bowl.glaze.main;
  const [x, y, size, pitch] = (
    [
      [800, 1350, 1050, 0.36],
      [860, 1700, 1500, 0.72],
      [690, 1620, 1050, 0.34],
    ] as const
  )[view];
  const foot = (bowl.profile[0]?.[0] ?? 0.3) * size;
  const fruits: readonly Fruit[] =
    view === 2
      ? [
          { x: 1330, y: 1600, r: 92 },
          { x: 1190, y: 1740, r: 84 },
        ]
      : [];
  const inside: readonly Fruit[] =
    view === 2 && kind !== NEST
      ? [0, 1, 2].map((i) => ({
          x: x - 190 + i * 180,
          y: y - bowlTop(bowl) * size * 0.94 - (i % 2) * 54,
          r: 118,
        }))
      : [];
  drawBackdrop(sheet, {
    ground:
      view === 0
        ? 'paper'
        : view === 1
          ? rng.pick(['linen', 'plaster', 'oak'])
          : rng.pick(['oak', 'smoked', 'linen']),
    tone: toneFor(main, rng),
    wall: toneFor(main, rng, true),
    horizon: view === 2 ? 1080 : undefined,
    daylight: view === 2 ? rng.pick(['panes', 'leaves']) : 'even',
    shadows: [...standing(x, y, foot * 1.5, size * 0.62, pitch), ...fruitShadows(fruits)],
    seed,
  });
  const body = turn(bowl, x, y, size, pitch, view === 1);
  body.draw(sheet);
  if (!bowl.wood) bowl.glaze.decorate(sheet, body);
  if (kind === NEST) {
    for (const [k, share] of [0.8, 0.62].entries()) {
      const inner = turn(
        bowl,
        x,
        y - size * (0.075 + 0.07 * k) * (1 - pitch * 0.3),
        size * share,
        pitch,
        view === 1,
      );
      inner.draw(sheet);
    }
  }
  drawFruits(sheet, inside, rng);
  if (inside.length > 0) drawFrontWall(shot, body, size);
  drawFruits(sheet, fruits, rng);
}

const bowlTop = (bowl: Bowl): number => bowl.profile[bowl.profile.length - 1]?.[1] ?? 0.5;

/** Draws the bowl once more below its front lip, so that fruit lies in it and not before it. */
function drawFrontWall(shot: Shot, body: Lathe, size: number): void {
  const mouth = body.ring(body.height, body.radius(body.height) - size * 0.034);
  const front = mouth.slice(0, mouth.length / 4 + 1);
  const left = mouth.slice((mouth.length * 3) / 4);
  const lip = [...left, ...front];
  const below = [
    ...lip,
    [1600, lip[lip.length - 1]?.[1] ?? 0] as const,
    [1600, 2000] as const,
    [0, 2000] as const,
    [0, lip[0]?.[1] ?? 0] as const,
  ];
  shot.sheet.add(`<g clip-path="${shot.sheet.clip(below)}">`);
  body.draw(shot.sheet);
  shot.sheet.add('</g>');
}
