import type { Colour } from './colour';
import { bounds, clamp, type Path, type Point } from './geometry';
import { type Finish, shade } from './light';
import type { Sheet } from './sheet';

interface Tube {
  readonly path: Path;
  /** Half thickness along the path, 0 at its start, 1 at its end. */
  readonly radius: number | ((t: number) => number);
  readonly colour: Colour | ((t: number, across: number) => Colour);
  readonly finish: Finish;
  readonly step?: number;
  /** 0…1 light that reaches this point of the path. */
  readonly open?: (t: number) => number;
  /** Flattens the cross-section: 1 round, 0.3 a strap. */
  readonly roundness?: number;
}

/** The outline of a path with thickness, with round ends. */
function tubeOutline(path: Path, radius: number | ((t: number) => number)): Path {
  const r = typeof radius === 'number' ? () => radius : radius;
  const n = path.length - 1;
  const left: Point[] = [];
  const right: Point[] = [];
  path.forEach(([x, y], i) => {
    const [ax, ay] = path[Math.max(0, i - 1)] ?? [x, y];
    const [bx, by] = path[Math.min(n, i + 1)] ?? [x, y];
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const [nx, ny] = [-(by - ay) / length, (bx - ax) / length];
    const w = r(i / n);
    left.push([x + nx * w, y + ny * w]);
    right.push([x - nx * w, y - ny * w]);
  });
  return [...left, ...cap(path, r(1), true), ...right.reverse(), ...cap(path, r(0), false)];
}

function cap(path: Path, r: number, atEnd: boolean): Path {
  const [x, y] = (atEnd ? path[path.length - 1] : path[0]) ?? [0, 0];
  const [px, py] = (atEnd ? path[path.length - 2] : path[1]) ?? [0, 0];
  const direction = Math.atan2(y - py, x - px);
  return Array.from({ length: 7 }, (_, i) => {
    const a = direction + Math.PI / 2 - ((i + 1) / 8) * Math.PI;
    return [x + Math.cos(a) * r, y + Math.sin(a) * r] as const;
  });
}

/** Handles, legs, stems, cords, hoops: a round bar that follows a path. */
export function drawTube(sheet: Sheet, tube: Tube): Path {
  const { path, finish, roundness = 1 } = tube;
  const r = typeof tube.radius === 'number' ? () => tube.radius as number : tube.radius;
  const paintAt = typeof tube.colour === 'function' ? tube.colour : () => tube.colour as Colour;
  const n = path.length - 1;
  const shape = tubeOutline(path, tube.radius);
  const thickest = Math.max(r(0), r(0.5), r(1));
  const step = tube.step ?? clamp(thickest / 5, 2, 5);
  const [xs, ys] = [Float64Array.from(path, ([x]) => x), Float64Array.from(path, ([, y]) => y)];
  const stride = Math.max(1, Math.floor(n / 12));
  sheet.paint(shape, bounds(shape), step, (x, y, pixel) => {
    const away = (i: number): number => ((xs[i] ?? 0) - x) ** 2 + ((ys[i] ?? 0) - y) ** 2;
    let nearest = 0;
    for (let i = stride; i <= n; i += stride) if (away(i) < away(nearest)) nearest = i;
    let best = Infinity;
    let [bt, bnx, bny, side] = [0, 0, 0, 0];
    for (let i = Math.max(0, nearest - stride); i < Math.min(n, nearest + stride); i++) {
      const [ax, ay] = [xs[i] ?? 0, ys[i] ?? 0];
      const [dx, dy] = [(xs[i + 1] ?? 0) - ax, (ys[i + 1] ?? 0) - ay];
      const square = dx * dx + dy * dy || 1;
      const t = clamp(((x - ax) * dx + (y - ay) * dy) / square);
      const [ox, oy] = [x - ax - dx * t, y - ay - dy * t];
      const distance = ox * ox + oy * oy;
      if (distance >= best) continue;
      best = distance;
      bt = (i + t) / n;
      const length = Math.sqrt(square);
      bnx = -dy / length;
      bny = dx / length;
      side = ox * bnx + oy * bny;
    }
    const across = clamp(side / Math.max(0.5, r(bt)), -0.985, 0.985);
    const out = across * roundness;
    const nz = Math.sqrt(1 - out * out);
    const open = tube.open?.(bt) ?? 1;
    shade(pixel, paintAt(bt, across), bnx * out, -bny * out, nz, finish, open, 0.4 + 0.6 * open, 0, 1);
  });
  return shape;
}
