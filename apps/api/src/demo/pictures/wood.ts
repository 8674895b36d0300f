import { type Colour, colour, mix, scale } from './colour';
import { cloud, noise } from './noise';
import type { TintName } from './palette';

export interface Wood {
  readonly light: Colour;
  readonly dark: Colour;
  /** 0…1: how strong the rings show. */
  readonly figure: number;
}

const wood = (light: string, dark: string, figure: number): Wood => ({
  light: colour(light),
  dark: colour(dark),
  figure,
});

export const WOODS = {
  oak: wood('#d9b98c', '#a97f4f', 0.55),
  ash: wood('#ead6b6', '#c6a57a', 0.5),
  walnut: wood('#8a6a50', '#54392a', 0.6),
  cherry: wood('#c98e62', '#8d5533', 0.5),
  olive: wood('#d3aa6c', '#6d4526', 0.95),
  birch: wood('#efe0c6', '#d4b78f', 0.32),
  ebonised: wood('#3d3733', '#1e1a18', 0.5),
  smoked: wood('#ab8d6d', '#75573f', 0.5),
} as const;
export type WoodName = keyof typeof WOODS;

/** Wood has its own colours: each tint stands for the timber nearest to it. */
export const TIMBER: Record<TintName, WoodName> = {
  chalk: 'birch',
  oat: 'ash',
  ember: 'cherry',
  rose: 'cherry',
  saffron: 'olive',
  moss: 'olive',
  sage: 'oak',
  harbour: 'smoked',
  indigo: 'walnut',
  char: 'ebonised',
};

/** Colour of wood at a spot: `along` and `across` the grain in sheet units (2,000 to the picture's height). */
export function woodColour(kind: Wood, along: number, across: number, seed: number): Colour {
  const wander =
    cloud(along / 900, across / 260, seed, 2) * 34 + noise(along / 260, across / 90, seed + 1) * 7;
  // a cathedral figure: rings cut at a slant, wider at the heart
  const heart = noise(seed * 0.37, 4.2, 9) * 160;
  const off = across - heart + wander;
  const bow = (along / 2600) ** 2 * 40;
  const ring = Math.sqrt(off * off + 900) / 15 + bow + noise(along / 500, off / 40, seed + 2) * 1.3;
  const phase = ring - Math.floor(ring);
  const late = phase < 0.75 ? phase / 0.75 : (1 - phase) / 0.25;
  const fibre =
    noise(along / 120, across / 2.4, seed + 3) * 0.16 + noise(along / 40, across / 5, seed + 4) * 0.08;
  const pore = noise(along / 46, across / 2.1, seed + 5) > 0.66 ? 0.14 : 0;
  const amount = 0.2 + kind.figure * 0.62 * late * late + fibre + pore;
  const tone = 1 + cloud(along / 700, across / 300, seed + 6, 2) * 0.08;
  return scale(mix(kind.light, kind.dark, Math.max(0, Math.min(1, amount))), tone);
}
