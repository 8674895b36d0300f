import { type Colour, mix, scale } from './colour';
import { smoothstep } from './geometry';
import { cloud, noise } from './noise';
import type { Tint } from './palette';
import type { Random } from './random';

/** Colour of a woven cloth at a spot, u across and v along, in sheet units. */
export type Weave = (u: number, v: number) => Colour;

const PATTERNS = ['plain', 'stripe', 'plaid', 'band', 'check', 'herringbone'] as const;
type Pattern = (typeof PATTERNS)[number];

export const patternOf = (form: number): Pattern => PATTERNS[form % PATTERNS.length] ?? 'plain';

export function weave(pattern: Pattern, tint: Tint, product: Random): Weave {
  const base = product.pick([tint.main, tint.main, tint.pale]);
  const contrast = base === tint.pale ? tint.main : product.pick([tint.deep, tint.pale]);
  const pitch = product.range(70, 150);
  const thin = product.range(0.14, 0.34);
  const seed = product.int(1, 9999);
  const bar = (n: number, wide: number): number => {
    const t = n - Math.floor(n);
    return smoothstep(0, 0.02, t) * smoothstep(wide + 0.02, wide, t);
  };
  const figure: Weave = (u, v) => {
    switch (pattern) {
      case 'plain':
        return base;
      case 'stripe':
        return mix(base, contrast, bar(u / pitch, thin));
      case 'band':
        return mix(base, contrast, bar(v / (pitch * 4), 0.12) + bar(v / (pitch * 4) + 0.82, 0.04));
      case 'plaid': {
        const crossed = mix(
          mix(base, contrast, 0.45 * bar(u / (pitch * 1.9), 0.45)),
          contrast,
          0.45 * bar(v / (pitch * 1.9), 0.45),
        );
        return mix(
          crossed,
          tint.accent,
          0.8 * Math.max(bar(u / (pitch * 1.9) + 0.28, 0.035), bar(v / (pitch * 1.9) + 0.28, 0.035)),
        );
      }
      case 'check':
        return mix(base, contrast, 0.5 * bar(u / pitch, 0.5) + 0.5 * bar(v / pitch, 0.5));
      case 'herringbone': {
        const column = Math.floor(u / (pitch * 0.55));
        const slant = column % 2 === 0 ? u : -u;
        return mix(base, contrast, 0.62 * bar((v + slant) / (pitch * 0.2), 0.5));
      }
    }
  };
  return (u, v) =>
    scale(figure(u, v), 1 + 0.05 * cloud(u / 50, v / 50, seed, 2) + 0.05 * noise(u / 3, v / 7, seed + 1));
}

/** Hanging folds: ridges that run down and spread, in sheet units of height. */
export function folds(seed: number, depth: number, pitch: number): (x: number, y: number) => number {
  return (x, y) => {
    const sway = cloud(x / (pitch * 3), y / 700, seed, 2) * pitch * 0.8;
    const ridge = Math.sin(((x + sway) / pitch) * Math.PI * 2 + noise(0, y / 600, seed) * 0.8);
    return (
      ridge * depth * (0.7 + 0.3 * noise(x / 200, y / 500, seed + 1)) +
      cloud(x / 130, y / 170, seed + 2, 2) * depth * 0.35
    );
  };
}
