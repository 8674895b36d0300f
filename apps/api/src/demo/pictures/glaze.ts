import { type Colour, colour, css, mix, scale } from './colour';
import { ellipse, outline, smoothstep } from './geometry';
import type { Glaze, Lathe } from './lathe';
import { type Finish, GLAZE, MATT, SATIN } from './light';
import { cloud, noise } from './noise';
import type { Tint } from './palette';
import type { Random } from './random';
import type { Sheet } from './sheet';

type Style = 'solid' | 'dipped' | 'reactive' | 'banded' | 'bare';

/** How a potter finished a series of pots: clay, glaze, and where one ends and the other begins. */
export interface Glazing {
  readonly main: Colour;
  on(height: number, content?: Colour): Glaze;
  /** Colour and finish at a share of the height, for handles and lids. */
  at(share: number): readonly [Colour, Finish];
  /** Specks and the worn line of the lip, drawn over the body. */
  decorate(sheet: Sheet, body: Lathe): void;
}

const CLAYS = ['#c8ab86', '#b98a63', '#8a6549', '#d9cbb5', '#a8704d'].map(colour);
export const COFFEE: Colour = colour('#3a2013');
export const TEA: Colour = colour('#9c5a1e');

export function glazing(tint: Tint, product: Random, styles?: readonly Style[]): Glazing {
  const style = product.pick(
    styles ?? (['solid', 'dipped', 'reactive', 'banded', 'reactive', 'dipped'] as const),
  );
  const clay = product.pick(CLAYS);
  const slip = mix(colour('#d9cbb5'), tint.main, 0.74);
  const finish = product.pick([GLAZE, GLAZE, SATIN]);
  const seed = product.int(1, 9999);
  const line = product.range(0.3, 0.62);
  const wobble = product.range(0.006, 0.03);
  const speckled = style === 'bare' || product.chance(0.62);
  const second = style === 'dipped' ? product.pick([tint.pale, clay, tint.deep]) : tint.deep;
  const liner = product.pick([tint.pale, tint.main, colour('#f1eadd')]);
  const bands = [product.range(0.55, 0.7), product.range(0.74, 0.86)] as const;
  const mark = mix(tint.deep, colour('#2a1d14'), 0.35);

  // an edge between two glazes is as soft as one sample, or it would show steps
  const past = (line: number, share: number): number => smoothstep(line - 0.004, line + 0.004, share);

  const outside = (angle: number, share: number): readonly [Colour, Finish] => {
    const wave = cloud(angle * 1.6, 0.5, seed, 2) * wobble;
    const [c, surface] = glazed(angle, share, wave);
    const foot = past(0.045 + wave * 0.3, share);
    return foot < 1 ? [mix(clay, c, foot), foot < 0.5 ? MATT : surface] : [c, surface];
  };

  const glazed = (angle: number, share: number, wave: number): readonly [Colour, Finish] => {
    const drift = cloud(angle * 2.2, share * 5, seed + 3, 3);
    const settle = scale(tint.main, 0.96 + drift * 0.09);
    const lip = smoothstep(0.955, 1, share);
    switch (style) {
      case 'bare':
        return [scale(slip, 1 + drift * 0.08 + noise(angle * 40, share * 60, seed) * 0.05), MATT];
      case 'dipped': {
        const above = past(line + wave, share);
        const c = mix(scale(second, 0.98 + drift * 0.06), settle, above);
        return [mix(c, mark, lip * 0.45), above > 0.5 || second !== clay ? finish : MATT];
      }
      case 'reactive': {
        const run = smoothstep(0.1, 0.85, share + drift * 0.22 + noise(angle * 9, share * 1.4, seed) * 0.08);
        const body = mix(mix(tint.main, tint.deep, 0.55), settle, run);
        const pool = smoothstep(0.7, 1, share + drift * 0.16);
        return [mix(mix(body, tint.pale, pool * 0.42), mark, lip * 0.5), finish];
      }
      case 'banded': {
        const near = Math.min(...bands.map((band) => Math.abs(share - band + wave * 0.4)));
        const stroke = smoothstep(0.02, 0.012, near) * (0.75 + 0.25 * noise(angle * 14, share * 80, seed));
        return [mix(mix(tint.pale, settle, 0.08), tint.main, stroke), finish];
      }
      case 'solid':
        return [mix(settle, mark, lip * 0.4), finish];
    }
  };

  return {
    main: style === 'banded' ? tint.pale : style === 'bare' ? slip : tint.main,
    on: (height, content) => (angle, y, surface) => {
      if (surface === 'content') return [content ?? COFFEE, GLAZE];
      if (surface === 'inside') {
        const rings = noise(0, y / 16, seed) * 0.03;
        return [scale(liner, 0.98 + rings), finish];
      }
      if (surface === 'rim') return [mix(outside(angle, 1)[0], mark, 0.25), finish];
      return outside(angle, y / height);
    },
    at: (share) => outside(0.7, share),
    decorate: (sheet, body) => {
      if (speckled) drawSpecks(sheet, body, seed, css(mark));
    },
  };
}

/** Iron specks in the clay, following the curve of the wall. */
function drawSpecks(sheet: Sheet, body: Lathe, seed: number, ink: string): void {
  const fine: string[] = [];
  const bold: string[] = [];
  for (let i = 0; i < 210; i++) {
    const angle = noise(i * 3.17, 1.5, seed) * 2.6;
    const share = 0.5 + noise(i * 5.31, 2.5, seed) * 0.8;
    if (share < 0.05 || share > 0.97) continue;
    const [x, y, facing] = body.at(angle, body.height * share);
    if (facing < 0.12) continue;
    const size = (body.height / 800) * (1.1 + 3.2 * Math.abs(noise(i * 7.7, 3.5, seed)) ** 2);
    const dot = outline(ellipse(x, y, size * Math.max(0.3, Math.cos(angle)), size, 0, 8));
    (size > 2.2 ? bold : fine).push(dot);
  }
  sheet.add(`<path d="${fine.join('')}" fill="${ink}" fill-opacity="0.42"/>`);
  sheet.add(`<path d="${bold.join('')}" fill="${ink}" fill-opacity="0.58"/>`);
}
