export type Point = readonly [number, number];
export type Path = readonly Point[];

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const short = (n: number): string => String(Math.round(n * 10) / 10);

export const clamp = (n: number, from = 0, to = 1): number => (n < from ? from : n > to ? to : n);
export const lerp = (a: number, b: number, t: number): number => a + (b - a) * t;

export function smoothstep(from: number, to: number, n: number): number {
  const t = clamp((n - from) / (to - from));
  return t * t * (3 - 2 * t);
}

/** SVG path data through the points, as straight pieces. */
export function line(points: Path, closed = false): string {
  return `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}${closed ? 'Z' : ''}`;
}

export const outline = (points: Path): string => line(points, true);

/** A curve through all points (Catmull-Rom), sampled finely enough to look smooth at full size. */
export function curve(points: Path, closed = false, pieces = 14): Path {
  const at = (i: number): Point => {
    const n = points.length;
    const index = closed ? ((i % n) + n) % n : clamp(i, 0, n - 1);
    return points[index] ?? [0, 0];
  };
  const out: Point[] = [];
  const spans = closed ? points.length : points.length - 1;
  for (let i = 0; i < spans; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let k = 0; k < pieces; k++) {
      const t = k / pieces;
      out.push([spline(a[0], b[0], c[0], d[0], t), spline(a[1], b[1], c[1], d[1], t)]);
    }
  }
  if (!closed) out.push(at(points.length - 1));
  return out;
}

function spline(a: number, b: number, c: number, d: number, t: number): number {
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}

export function ellipse(cx: number, cy: number, rx: number, ry: number, turn = 0, pieces = 72): Path {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return Array.from({ length: pieces }, (_, i) => {
    const a = (i / pieces) * Math.PI * 2;
    const [x, y] = [Math.cos(a) * rx, Math.sin(a) * ry];
    return [cx + x * cos - y * sin, cy + x * sin + y * cos] as const;
  });
}

/** A rectangle with rounded corners about its centre, turned by `turn` radians. */
export function roundedRect(cx: number, cy: number, w: number, h: number, r: number, turn = 0): Path {
  const corners: Point[] = [];
  const quarter = 8;
  const centres: readonly (readonly [number, number, number])[] = [
    [w / 2 - r, -h / 2 + r, -90],
    [w / 2 - r, h / 2 - r, 0],
    [-w / 2 + r, h / 2 - r, 90],
    [-w / 2 + r, -h / 2 + r, 180],
  ];
  for (const [x, y, from] of centres) {
    for (let k = 0; k <= quarter; k++) {
      const a = ((from + (90 * k) / quarter) * Math.PI) / 180;
      corners.push([x + Math.cos(a) * r, y + Math.sin(a) * r]);
    }
  }
  return turned(corners, turn).map(([x, y]) => [cx + x, cy + y] as const);
}

export function turned(points: Path, turn: number, about: Point = [0, 0]): Path {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return points.map(([x, y]) => {
    const [dx, dy] = [x - about[0], y - about[1]];
    return [about[0] + dx * cos - dy * sin, about[1] + dx * sin + dy * cos] as const;
  });
}

export const moved = (points: Path, dx: number, dy: number): Path =>
  points.map(([x, y]) => [x + dx, y + dy] as const);

export function bounds(points: Path, margin = 0): Box {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return { x: x0 - margin, y: y0 - margin, width: x1 - x0 + 2 * margin, height: y1 - y0 + 2 * margin };
}
