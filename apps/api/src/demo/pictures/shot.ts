import { type Tint, TINT_NAMES, type TintName, TINTS } from './palette';
import { random, type Random } from './random';
import { Sheet } from './sheet';

export type View = 0 | 1 | 2;

/** One picture being taken: what a kind needs to know to draw itself. */
export interface Shot {
  readonly sheet: Sheet;
  readonly view: View;
  readonly seed: number;
  /** Which silhouette, 0…9. */
  readonly form: number;
  readonly tint: Tint;
  readonly tintName: TintName;
  /** Choices about the product: the same in all three views. */
  readonly product: Random;
  /** Choices about the picture only. */
  readonly rng: Random;
}

const PICTURE = { width: 1600, height: 2000 } as const;

/**
 * A seed carries what the product's name promises: its last digit is the tint, the one before it the silhouette,
 * and the rest everything left to chance.
 */
export function pictureSeed(form: number, tint: TintName, variation: number): number {
  return variation * 100 + (form % 10) * 10 + TINT_NAMES.indexOf(tint);
}

export function takeShot(kind: string, seed: number, view: View): Shot {
  const whole = Math.abs(Math.trunc(seed));
  const tintName = TINT_NAMES[whole % 10] ?? 'oat';
  return {
    sheet: new Sheet(PICTURE.width, PICTURE.height),
    view,
    seed: whole,
    form: Math.floor(whole / 10) % 10,
    tint: TINTS[tintName],
    tintName,
    product: random(kind, whole),
    rng: random(kind, whole, view),
  };
}
