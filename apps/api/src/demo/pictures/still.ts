import { type Colour, colour, css, mix, scale } from './colour';
import { berry, leaf } from './botanics';
import { outline, type Path } from './geometry';
import type { Lathe } from './lathe';
import type { Random } from './random';
import { type Shadow, standing } from './shadow';
import type { Sheet } from './sheet';

/** Small props that make a setting: they never outshine the goods. */
const FRUITS = ['#d9a63a', '#c8742f', '#7b3346', '#8f9a4a', '#b5482f'].map(colour);

export interface Fruit {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

export const fruitShadows = (fruits: readonly Fruit[]): readonly Shadow[] =>
  fruits.flatMap(({ x, y, r }) => standing(x, y + r * 0.82, r * 0.62, r * 1.6, 0.35));

export function drawFruits(sheet: Sheet, fruits: readonly Fruit[], rng: Random): void {
  const c = rng.pick(FRUITS);
  for (const { x, y, r } of fruits) {
    sheet.add(berry(sheet, x, y, r, scale(c, rng.range(0.9, 1.08))));
    if (rng.chance(0.5))
      sheet.add(
        leaf([x - r * 0.05, y - r * 0.9], rng.range(-2.6, -0.4), r * 0.8, r * 0.34, colour('#5f7446')),
      );
  }
}

/** A paper label wrapped around a vessel, with a printed mark. */
export function drawLabel(
  sheet: Sheet,
  body: Lathe,
  from: number,
  to: number,
  half: number,
  ink: Colour,
  paper: Colour,
  mark: number,
): void {
  const angles = Array.from({ length: 25 }, (_, i) => -half + (2 * half * i) / 24);
  const edge = (share: number): Path =>
    angles.map((a) => {
      const [x, y] = body.at(a, body.height * share);
      return [x, y] as const;
    });
  const shape = [...edge(to), ...[...edge(from)].reverse()];
  const fill = sheet.define(
    (id) =>
      `<linearGradient id="${id}"><stop offset="0" stop-color="${css(scale(paper, 0.9))}"/><stop offset="0.35" stop-color="${css(paper)}"/>` +
      `<stop offset="1" stop-color="${css(scale(paper, 0.58))}"/></linearGradient>`,
  );
  sheet.add(`<path d="${outline(shape)}" fill="${fill}"/>`);
  const rule = (share: number, width: number, reach: number): string => {
    const points = angles
      .filter((a) => Math.abs(a) <= half * reach)
      .map((a) => body.at(a, body.height * share));
    return `<path d="M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}" fill="none" stroke="${css(ink)}" stroke-width="${width}" stroke-opacity="0.85"/>`;
  };
  const tall = to - from;
  const size = body.radius(body.height * 0.5);
  sheet.add(rule(from + tall * 0.1, size * 0.012, 0.84) + rule(to - tall * 0.1, size * 0.012, 0.84));
  const [cx, cy] = body.at(0, body.height * (from + tall * 0.58));
  sheet.add(emblem(cx, cy, size * 0.17, ink, mark));
  sheet.add(rule(from + tall * 0.3, size * 0.03, 0.42) + rule(from + tall * 0.21, size * 0.016, 0.26));
}

/** A small printed sign: sun, moon, leaf, wave or ring. */
export function emblem(x: number, y: number, r: number, ink: Colour, which: number): string {
  const c = css(ink);
  const at = (a: number, d: number): string =>
    `${(x + Math.cos(a) * d).toFixed(1)} ${(y + Math.sin(a) * d).toFixed(1)}`;
  switch (which % 5) {
    case 0: {
      const rays = Array.from(
        { length: 12 },
        (_, i) => `M${at((i * Math.PI) / 6, r * 0.66)}L${at((i * Math.PI) / 6, r)}`,
      ).join('');
      return `<circle cx="${x}" cy="${y}" r="${r * 0.42}" fill="${c}"/><path d="${rays}" stroke="${c}" stroke-width="${r * 0.1}" stroke-linecap="round"/>`;
    }
    case 1:
      return `<path d="M${at(-1.2, r)}A${r} ${r} 0 1 0 ${at(1.2, r)}A${r * 0.78} ${r * 0.78} 0 1 1 ${at(-1.2, r)}Z" fill="${c}"/>`;
    case 2:
      return [-1, 0, 1]
        .map((k) =>
          leaf([x, y + r], -Math.PI / 2 + k * 0.75, r * 1.8, r * 0.55, mix(ink, [0.9, 0.88, 0.8], 0.15)),
        )
        .join('');
    case 3: {
      const wave = (dy: number): string => `M${x - r} ${y + dy}q${r / 2} ${-r * 0.5} ${r} 0t${r} 0`;
      return `<path d="${wave(-r * 0.4)}${wave(0)}${wave(r * 0.4)}" fill="none" stroke="${c}" stroke-width="${r * 0.13}" stroke-linecap="round"/>`;
    }
    default:
      return `<circle cx="${x}" cy="${y}" r="${r * 0.82}" fill="none" stroke="${c}" stroke-width="${r * 0.12}"/><circle cx="${x}" cy="${y}" r="${r * 0.36}" fill="${c}"/>`;
  }
}
