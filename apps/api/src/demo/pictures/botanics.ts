import { type Colour, colour, css, mix, scale } from './colour';
import { curve, outline, type Path, type Point } from './geometry';
import { MATT } from './light';
import type { Random } from './random';
import type { Sheet } from './sheet';
import { drawTube } from './tube';

export const GREENS = ['#6f8460', '#566b47', '#869a78', '#7c8a55', '#4f6b58'].map(colour);
const DRIED = ['#c9ac7e', '#b98f62', '#d9c7a4', '#a5825f'].map(colour);

/** One leaf from its stalk: two halves, the one towards the window lit, and a vein. */
export function leaf(base: Point, angle: number, length: number, width: number, c: Colour, bend = 0): string {
  const at = (along: number, across: number): Point => {
    const sway = bend * along * along * length;
    const [x, y] = [along * length, across * width + sway];
    return [
      base[0] + x * Math.cos(angle) - y * Math.sin(angle),
      base[1] + x * Math.sin(angle) + y * Math.cos(angle),
    ];
  };
  const spine = [0, 0.25, 0.5, 0.75, 1].map((t) => at(t, 0));
  const rim = (side: number): Path => [
    at(0, 0),
    at(0.22, side * 0.36),
    at(0.5, side * 0.5),
    at(0.78, side * 0.3),
    at(1, 0),
  ];
  const towards = Math.sin(angle) - 0.8 * Math.cos(angle);
  const half = (side: number): string => {
    const lit = side * towards > 0 ? 1.16 : 0.74;
    return `<path d="${outline([...curve(rim(side), false, 5), ...[...curve(spine, false, 4)].reverse()])}" fill="${css(scale(c, lit))}"/>`;
  };
  const vein = curve(spine, false, 4)
    .map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`)
    .join('L');
  return (
    `${half(1)}${half(-1)}<path d="M${vein}" fill="none" stroke="${css(mix(c, [1, 1, 0.9], 0.35))}" ` +
    `stroke-width="${Math.max(1.4, width * 0.03).toFixed(1)}" stroke-opacity="0.7"/>`
  );
}

/** A bowed stem from a point, as a path. */
export function stem(from: Point, angle: number, length: number, bow: number, rng: Random): Path {
  const points: Point[] = [from];
  let [x, y, a] = [from[0], from[1], angle];
  for (let i = 0; i < 5; i++) {
    a += bow / 5 + rng.range(-0.05, 0.05);
    x += (Math.cos(a) * length) / 5;
    y += (Math.sin(a) * length) / 5;
    points.push([x, y]);
  }
  return curve(points, false, 8);
}

export type Sprig = 'eucalyptus' | 'olive' | 'pampas' | 'berries' | 'cotton';

export function drawSprig(sheet: Sheet, kind: Sprig, path: Path, size: number, rng: Random): void {
  const c = kind === 'pampas' || kind === 'cotton' ? rng.pick(DRIED) : rng.pick(GREENS);
  const bark = kind === 'pampas' ? scale(c, 0.8) : colour('#7a6148');
  const twigs: string[] = [];
  const n = path.length - 1;
  const heading = (i: number): number => {
    const [a, b] = [path[Math.max(0, i - 1)] as Point, path[Math.min(n, i + 1)] as Point];
    return Math.atan2(b[1] - a[1], b[0] - a[0]);
  };
  drawTube(sheet, { path, radius: (t) => size * (0.035 - 0.02 * t), colour: bark, finish: MATT, step: 3 });
  const count = { eucalyptus: 17, olive: 21, pampas: 90, berries: 15, cotton: 6 }[kind];
  const from = kind === 'pampas' ? 0.45 : kind === 'cotton' ? 0.4 : 0.26;
  for (let k = 0; k < count; k++) {
    const t = from + (1 - from) * (k / (count - 1));
    const i = Math.round(t * n);
    const [base, way] = [path[i] as Point, heading(i)];
    const side = k % 2 === 0 ? 1 : -1;
    const shrink = 1 - 0.45 * t;
    const tone = scale(c, rng.range(0.82, 1.15));
    if (kind === 'pampas') {
      const length =
        size * rng.range(0.5, 0.9) * (0.35 + Math.sin(Math.PI * Math.min(1, (t - from) * 1.9 + 0.14)));
      twigs.push(leaf(base, way + side * rng.range(0.12, 0.42), length, length * 0.12, tone, side * 0.22));
    } else if (kind === 'eucalyptus') {
      const length = size * 0.62 * shrink * rng.range(0.85, 1.1);
      twigs.push(leaf(base, way + side * rng.range(0.7, 1.15), length, length * 0.92, tone));
    } else if (kind === 'olive') {
      const length = size * 0.8 * shrink * rng.range(0.8, 1.1);
      twigs.push(leaf(base, way + side * rng.range(0.4, 0.85), length, length * 0.27, tone, side * -0.1));
    } else {
      const reach = size * (kind === 'cotton' ? 0.26 : 0.4) * shrink * rng.range(0.8, 1.2);
      const a = way + side * rng.range(0.5, 1);
      const [x, y] = [base[0] + Math.cos(a) * reach, base[1] + Math.sin(a) * reach];
      twigs.push(
        `<path d="M${base[0]} ${base[1]}L${x} ${y}" stroke="${css(bark)}" stroke-width="${size * 0.02}"/>`,
      );
      twigs.push(
        berry(
          sheet,
          x,
          y,
          size * (kind === 'cotton' ? 0.24 : 0.085),
          kind === 'cotton' ? colour('#efe7d8') : colour('#a4432f'),
        ),
      );
    }
  }
  sheet.add(twigs.join(''));
}

/** A small round thing, lit from the left. */
export function berry(sheet: Sheet, x: number, y: number, r: number, c: Colour): string {
  const fill = sheet.define(
    (id) =>
      `<radialGradient id="${id}" cx="0.36" cy="0.32" r="0.75"><stop offset="0" stop-color="${css(mix(c, [1, 0.96, 0.9], 0.4))}"/>` +
      `<stop offset="0.45" stop-color="${css(c)}"/><stop offset="1" stop-color="${css(scale(c, 0.42))}"/></radialGradient>`,
  );
  return `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}" fill="${fill}"/>`;
}
