import { clamp, type Point } from './geometry';

/** Samples of a profile from foot to lip. */
export const TABLE = 400;

/** Radius by height: a cubic through the profile whose slopes are held back, so that a shape hardly overshoots. */
export function radii(profile: readonly Point[], floor: number, height: number): Float64Array {
  const n = profile.length;
  const xs = profile.map(([, y]) => y);
  const ys = profile.map(([r]) => r);
  const d = xs.slice(1).map((x, i) => ((ys[i + 1] ?? 0) - (ys[i] ?? 0)) / Math.max(1e-6, x - (xs[i] ?? 0)));
  const m = xs.map((_, i) => {
    const [a, b] = [d[i - 1], d[i]];
    if (a === undefined) return b ?? 0;
    if (b === undefined) return a;
    const [h0, h1] = [(xs[i] ?? 0) - (xs[i - 1] ?? 0), (xs[i + 1] ?? 0) - (xs[i] ?? 0)];
    const through = (a * h1 + b * h0) / (h0 + h1);
    if (a === 0 || b === 0) return 0;
    if (a * b < 0)
      return clamp(through * 0.5, -Math.min(Math.abs(a), Math.abs(b)), Math.min(Math.abs(a), Math.abs(b)));
    const most = 2.6 * Math.min(Math.abs(a), Math.abs(b));
    return clamp(through, -most, most);
  });
  const table = new Float64Array(TABLE + 1);
  let k = 0;
  for (let i = 0; i <= TABLE; i++) {
    const x = floor + ((height - floor) * i) / TABLE;
    while (k < n - 2 && x > (xs[k + 1] ?? 0)) k++;
    const x0 = xs[k] ?? 0;
    const h = Math.max(1e-6, (xs[k + 1] ?? 0) - x0);
    const t = clamp((x - x0) / h);
    const [t2, t3] = [t * t, t * t * t];
    table[i] =
      (2 * t3 - 3 * t2 + 1) * (ys[k] ?? 0) +
      (t3 - 2 * t2 + t) * h * (m[k] ?? 0) +
      (-2 * t3 + 3 * t2) * (ys[k + 1] ?? 0) +
      (t3 - t2) * h * (m[k + 1] ?? 0);
  }
  return softened(softened(table));
}

/** Takes the last corners off a curve, as wet hands do, and leaves its ends where they are. */
function softened(table: Float64Array): Float64Array {
  const reach = 13;
  return table.map((_, i) => {
    const near = Math.min(reach, i, TABLE - i);
    let sum = 0;
    for (let k = -near; k <= near; k++) sum += table[i + k] ?? 0;
    return sum / (2 * near + 1);
  });
}
