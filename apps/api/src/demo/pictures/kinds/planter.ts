import { drawBackdrop, toneFor } from '../backdrop';
import { drawSprig, GREENS, leaf, stem } from '../botanics';
import { colour, css, mix, scale } from '../colour';
import { curve, type Point } from '../geometry';
import { glazing } from '../glaze';
import { type Lathe, lathe } from '../lathe';
import { MATT } from '../light';
import { noise } from '../noise';
import { standing } from '../shadow';
import type { Shot } from '../shot';
import { drawTube } from '../tube';

/** Taper, drum, bowl, footed. */
const FORMS: readonly (readonly Point[])[] = [
  [
    [0.34, 0],
    [0.36, 0.02],
    [0.42, 0.4],
    [0.47, 0.72],
    [0.51, 0.73],
    [0.52, 0.86],
  ],
  [
    [0.42, 0],
    [0.45, 0.03],
    [0.46, 0.2],
    [0.46, 0.8],
  ],
  [
    [0.24, 0],
    [0.28, 0.02],
    [0.46, 0.2],
    [0.53, 0.42],
    [0.48, 0.62],
  ],
  [
    [0.3, 0],
    [0.26, 0.07],
    [0.34, 0.14],
    [0.46, 0.34],
    [0.5, 0.6],
    [0.48, 0.78],
  ],
];
const PLANTS = ['blades', 'coins', 'tree', 'cactus', 'fern'] as const;
const SOIL = colour('#3b2c21');

export function drawPlanter(shot: Shot): void {
  const { sheet, rng, view, seed, product } = shot;
  const glaze = glazing(shot.tint, product, ['bare', 'dipped', 'solid', 'reactive', 'banded']);
  const widen = product.range(0.92, 1.08);
  const form = (FORMS[shot.form % FORMS.length] ?? []).map(([r, h]) => [r * widen, h] as const);
  const plant = PLANTS[(shot.form + product.int(0, 4)) % PLANTS.length] ?? 'coins';
  const [x, y, size, pitch] = (
    [
      [800, 1660, 760, 0.24],
      [700, 2060, 1300, 0.5],
      [720, 1740, 740, 0.26],
    ] as const
  )[view];
  const profile = form.map(([r, h]) => [r * size, h * size] as const);
  const height = profile[profile.length - 1]?.[1] ?? size;
  const painted = glaze.on(height, SOIL);
  const pot = lathe({
    x,
    y,
    pitch,
    profile,
    wall: size * 0.045,
    filled: height * 0.88,
    glaze: (angle, h, surface, r) =>
      surface === 'content'
        ? [scale(SOIL, 1 + 0.5 * noise((Math.sin(angle) * r) / 9, (Math.cos(angle) * r) / 9, 3)), MATT]
        : painted(angle, h, surface, r),
  });
  const foot = (form[0]?.[0] ?? 0.3) * size;
  drawBackdrop(sheet, {
    ground:
      view === 0
        ? 'paper'
        : view === 1
          ? rng.pick(['plaster', 'oak'])
          : rng.pick(['oak', 'smoked', 'stone', 'plaster']),
    tone: toneFor(glaze.main, rng),
    wall: toneFor(glaze.main, rng, true),
    horizon: view === 2 ? 1340 : undefined,
    daylight: view === 2 ? 'panes' : view === 1 ? 'leaves' : 'even',
    shadows: standing(x, y, foot * 1.15, size * 0.9, pitch),
    seed,
  });
  pot.draw(sheet);
  glaze.decorate(sheet, pot);
  const soil = pot.ring(height * 0.88)[0] ?? [x, y];
  grow(shot, plant, [x, soil[1] - pot.radius(height) * Math.sin(pitch)], pot, size);
}

function grow(shot: Shot, plant: (typeof PLANTS)[number], soil: Point, pot: Lathe, size: number): void {
  const { sheet, product } = shot;
  const r = pot.radius(pot.height) * 0.6;
  const green = product.pick(GREENS);
  const [x, y] = soil;
  const upright = -Math.PI / 2;
  if (plant === 'blades') {
    for (let k = 0; k < 11; k++) {
      const lean = ((k * 7) % 11) / 5 - 1;
      const base: Point = [x + lean * r * 0.7, y + r * 0.1 * (k / 11)];
      const tall = size * product.range(0.75, 1.2) * (1 - 0.25 * Math.abs(lean));
      sheet.add(
        leaf(
          base,
          upright + lean * 0.26,
          tall,
          size * 0.13,
          scale(mix(green, colour('#9aa56a'), k % 3 === 0 ? 0.5 : 0.1), 0.8 + k * 0.03),
          lean * 0.08,
        ),
      );
    }
  } else if (plant === 'coins') {
    for (let k = 0; k < 22; k++) {
      const a = upright + (((k * 13) % 22) / 21 - 0.5) * 2.7;
      const reach = size * product.range(0.4, 0.86) * (0.72 + 0.28 * Math.cos(a - upright));
      const tip: Point = [x + Math.cos(a) * reach * 0.86, y + Math.sin(a) * reach - size * 0.06];
      sheet.add(
        `<path d="M${x} ${y}Q${(x + tip[0]) / 2} ${tip[1] + reach * 0.12} ${tip[0]} ${tip[1]}" fill="none" stroke="${css(scale(green, 0.75))}" stroke-width="${size * 0.011}"/>`,
      );
      const wide = size * product.range(0.15, 0.21);
      sheet.add(
        leaf(
          [tip[0] - Math.cos(a) * wide * 0.5, tip[1] - Math.sin(a) * wide * 0.5],
          a + product.range(-0.3, 0.3),
          wide * 1.06,
          wide * 1.02,
          scale(green, 0.78 + k * 0.022),
        ),
      );
    }
  } else if (plant === 'cactus') {
    const body = lathe({
      x,
      y: y + r * 0.12,
      pitch: 0.2,
      profile: [
        [0.1, 0],
        [0.19, 0.12],
        [0.22, 0.4],
        [0.17, 0.66],
        [0.02, 0.78],
      ].map(([a, b]) => [(a ?? 0) * size, (b ?? 0) * size] as const),
      glaze: (angle, h) => [
        scale(green, 0.84 + 0.26 * Math.cos(angle * 13) + 0.05 * noise(h / 20, angle * 8, 5)),
        MATT,
      ],
    });
    body.draw(sheet);
    const spines = Array.from({ length: 130 }, (_, k) => {
      const [px, py, facing] = body.at(
        (((k % 13) - 6) / 13) * Math.PI * 2 * 0.48,
        body.height * (0.06 + 0.9 * ((Math.floor(k / 13) + 0.5) / 10)),
      );
      return facing > 0.1
        ? `M${px} ${py}l${size * 0.018} ${-size * 0.014}M${px} ${py}l${-size * 0.018} ${-size * 0.014}M${px} ${py}v${-size * 0.022}`
        : '';
    });
    sheet.add(
      `<path d="${spines.join('')}" stroke="#f3e8cf" stroke-width="${size * 0.0035}" stroke-opacity="0.85"/>`,
    );
  } else if (plant === 'fern') {
    for (let k = 0; k < 9; k++) {
      const lean = (((k * 4) % 9) / 8 - 0.5) * 2.1;
      drawSprig(
        sheet,
        'olive',
        stem([x, y], upright + lean * 0.65, size * product.range(0.85, 1.05), lean * 0.9, product),
        size * 0.21,
        product,
      );
    }
  } else {
    const trunk = curve([
      [x, y],
      [x - size * 0.03, y - size * 0.3],
      [x + size * 0.03, y - size * 0.62],
    ]);
    drawTube(sheet, { path: trunk, radius: size * 0.026, colour: colour('#7d6650'), finish: MATT, step: 3 });
    for (let k = 0; k < 9; k++) {
      const lean = (k - 4) / 4;
      drawSprig(
        sheet,
        'olive',
        stem(
          [x + size * 0.03 * (k % 2), y - size * (0.42 + 0.05 * (k % 4))],
          upright + lean * 1.35,
          size * product.range(0.4, 0.56),
          -lean * 0.5,
          product,
        ),
        size * 0.2,
        product,
      );
    }
  }
}
