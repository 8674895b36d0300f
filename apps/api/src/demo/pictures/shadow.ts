import { bounds, clamp, lerp, type Path, type Point, smoothstep } from './geometry';

/** Darkness 0…1 that something throws on the ground or wall at a point of the sheet. */
export type Shadow = (x: number, y: number) => number;

/** Where a thing touches the ground: dark and close. */
export function contact(x: number, y: number, rx: number, ry: number, strength = 0.75): Shadow {
  return (px, py) => {
    const d = Math.hypot((px - x) / (rx * 1.22 + 16), (py - y) / (ry * 1.3 + 16));
    return strength * (1 - smoothstep(0.72, 1.03, d)) ** 1.5;
  };
}

/** The long soft shadow of a standing body, away from the window: wide and faint with distance. */
export function cast(
  x: number,
  y: number,
  radius: number,
  length: number,
  squash: number,
  strength = 0.62,
): Shadow {
  const [dx, dy] = [0.985, -0.12];
  return (px, py) => {
    const [ox, oy] = [px - x, py - y];
    const along = (ox * dx + (oy * dy) / Math.max(0.2, squash)) / length;
    const u = clamp(along);
    const across = Math.hypot(ox - dx * u * length, (oy - dy * u * length) / squash);
    const soft = lerp(radius * 0.3, radius * 1.0, u);
    const wide = lerp(radius * 0.92, radius * 0.72, u);
    return strength * (1 - smoothstep(wide - soft, wide + soft, across)) * (1 - 0.75 * u);
  };
}

/** A flat shape held a little off the surface behind it: its own outline, moved and softened. */
export function dropped(
  shapes: readonly Path[],
  dx: number,
  dy: number,
  blur: number,
  strength = 0.5,
): Shadow {
  const step = Math.max(5, blur / 3);
  const box = bounds(shapes.flat(), blur * 3);
  const columns = Math.ceil(box.width / step);
  const rows = Math.ceil(box.height / step);
  let mask: Float32Array = new Float32Array(columns * rows);
  for (const shape of shapes) fill(mask, columns, rows, shape, box.x, box.y, step);
  const radius = Math.max(1, Math.round(blur / step / 1.6));
  for (let pass = 0; pass < 3; pass++) {
    mask = blurLines(mask, columns, rows, radius);
  }
  return (px, py) => {
    const fx = (px - dx - box.x) / step - 0.5;
    const fy = (py - dy - box.y) / step - 0.5;
    const [i, j] = [Math.floor(fx), Math.floor(fy)];
    if (i < 0 || j < 0 || i >= columns - 1 || j >= rows - 1) return 0;
    const [u, v] = [fx - i, fy - j];
    const at = (a: number, b: number): number => mask[b * columns + a] ?? 0;
    const top = lerp(at(i, j), at(i + 1, j), u);
    return strength * lerp(top, lerp(at(i, j + 1), at(i + 1, j + 1), u), v);
  };
}

function fill(
  mask: Float32Array,
  columns: number,
  rows: number,
  shape: Path,
  x0: number,
  y0: number,
  step: number,
): void {
  for (let j = 0; j < rows; j++) {
    const y = y0 + (j + 0.5) * step;
    const crossings: number[] = [];
    shape.forEach(([ax, ay], k) => {
      const [bx, by] = shape[(k + 1) % shape.length] as Point;
      if (ay <= y !== by <= y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
    });
    crossings.sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const from = Math.max(0, Math.round(((crossings[k] ?? 0) - x0) / step));
      const to = Math.min(columns, Math.round(((crossings[k + 1] ?? 0) - x0) / step));
      mask.fill(1, j * columns + from, j * columns + Math.max(from, to));
    }
  }
}

/** One box blur in both directions. */
function blurLines(source: Float32Array, columns: number, rows: number, radius: number): Float32Array {
  const half = new Float32Array(source.length);
  const out = new Float32Array(source.length);
  const window = radius * 2 + 1;
  for (let j = 0; j < rows; j++) {
    let sum = 0;
    for (let i = -radius; i < columns; i++) {
      sum += i + radius < columns ? (source[j * columns + i + radius] ?? 0) : 0;
      sum -= i - radius - 1 >= 0 ? (source[j * columns + i - radius - 1] ?? 0) : 0;
      if (i >= 0) half[j * columns + i] = sum / window;
    }
  }
  for (let i = 0; i < columns; i++) {
    let sum = 0;
    for (let j = -radius; j < rows; j++) {
      sum += j + radius < rows ? (half[(j + radius) * columns + i] ?? 0) : 0;
      sum -= j - radius - 1 >= 0 ? (half[(j - radius - 1) * columns + i] ?? 0) : 0;
      if (j >= 0) out[j * columns + i] = sum / window;
    }
  }
  return out;
}

/** Both shadows of something standing on the ground with a foot of this radius. */
export function standing(x: number, y: number, foot: number, tall: number, pitch: number): readonly Shadow[] {
  const squash = Math.max(0.25, Math.sin(pitch));
  return [cast(x, y, foot * 1.1, tall * 0.85, squash), contact(x + 8, y, foot, foot * squash, 0.8)];
}
