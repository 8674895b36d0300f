import { type Colour, css, mix } from './colour';
import { outline, type Path } from './geometry';
import type { Tint } from './palette';
import type { Random } from './random';

/** Pictures within pictures: what is printed on posters, cards, sleeves and covers. Drawn from 0,0 to w,h. */
export type Artwork = (w: number, h: number, inks: Inks, rng: Random) => string;

export interface Inks {
  readonly paper: Colour;
  readonly main: Colour;
  readonly deep: Colour;
  readonly soft: Colour;
  readonly accent: Colour;
}

export function inksOf(tint: Tint, rng: Random): Inks {
  const dark = rng.chance(0.25);
  return {
    paper: dark ? tint.deep : mix(tint.pale, [0.93, 0.88, 0.78], 0.35),
    main: dark ? tint.pale : tint.main,
    deep: dark ? mix(tint.main, tint.pale, 0.3) : tint.deep,
    soft: mix(tint.main, tint.pale, dark ? 0.2 : 0.55),
    accent: tint.accent,
  };
}

export const path = (shape: Path, c: Colour, opacity = 1): string =>
  `<path d="${outline(shape)}" fill="${css(c)}"${opacity < 1 ? ` fill-opacity="${opacity}"` : ''}/>`;
export const disc = (x: number, y: number, r: number, c: Colour): string =>
  `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}" fill="${css(c)}"/>`;
export const stroke = (points: Path, c: Colour, width: number): string =>
  `<path d="M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}" fill="none" stroke="${css(c)}" stroke-width="${width.toFixed(1)}" stroke-linecap="round"/>`;
export const sheetOf = (w: number, h: number, c: Colour): string =>
  `<rect width="${w}" height="${h}" fill="${css(c)}"/>`;
