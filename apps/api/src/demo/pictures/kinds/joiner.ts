import { type Colour, mix, scale } from '../colour';
import { smoothstep } from '../geometry';
import { type Finish, SATIN } from '../light';
import { noise } from '../noise';
import type { TintName } from '../palette';
import type { Shot } from '../shot';
import { TIMBER, type Wood, woodColour, WOODS } from '../wood';

/** How a maker finishes a piece of furniture: timber or paint, and what one sits on. */
export interface Joiner {
  readonly wood: Wood;
  readonly painted?: Colour;
  readonly seat: 'solid' | 'cord' | 'upholstered';
  readonly cloth: Colour;
  readonly seed: number;
}

/** Tints that are milk paint on furniture; the others are the timber itself. */
const PAINTS: ReadonlySet<TintName> = new Set(['rose', 'sage', 'harbour', 'moss']);

export function joiner({ product, tint, tintName, form }: Shot): Joiner {
  const painted = PAINTS.has(tintName);
  return {
    wood: WOODS[tintName === 'saffron' ? 'oak' : TIMBER[tintName]],
    painted: painted ? tint.main : undefined,
    seat: (['solid', 'cord', 'upholstered', 'solid'] as const)[form % 4] ?? 'solid',
    cloth: product.pick([tint.main, tint.pale, tint.deep]),
    seed: product.int(1, 999),
  };
}

export const timber =
  (j: Joiner, salt: number) =>
  (t: number, across: number): Colour =>
    j.painted
      ? scale(j.painted, 1 + 0.03 * noise(t * 40, across * 2, salt))
      : woodColour(j.wood, t * 620, across * 26 + salt * 40, j.seed + salt);

export function seatColour(j: Joiner): (x: number, z: number) => Colour {
  if (j.seat === 'cord') {
    const cord = mix(j.cloth, [0.72, 0.58, 0.4], 0.75);
    return (x, z) => {
      const inX = Math.abs(x) > Math.abs(z);
      const strand = (inX ? z : x) * 64;
      const round = Math.sin((strand - Math.floor(strand)) * Math.PI);
      const seam = smoothstep(0, 0.02, Math.abs(Math.abs(x) - Math.abs(z)));
      return scale(cord, (0.62 + 0.42 * round) * (inX ? 0.9 : 1.04) * (0.75 + 0.25 * seam));
    };
  }
  if (j.seat === 'upholstered') return (x, z) => scale(j.cloth, 1 + 0.09 * noise(x * 160, z * 160, j.seed));
  const grain = timber(j, 3);
  return (x, z) => (j.painted ? grain(x, z) : woodColour(j.wood, z * 620, x * 620, j.seed + 3));
}

export const finishOf = (j: Joiner): Finish => (j.painted ? { gloss: 0.3, rough: 0.5 } : SATIN);
