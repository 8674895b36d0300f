import type { Colour } from './colour';
import { bounds, clamp, type Path, type Point } from './geometry';
import { type Finish, shade } from './light';
import type { Sheet } from './sheet';

type Face = 'top' | 'front' | 'side';

/** A slab with rounded edges standing on the ground: boards, bars, books, frames, seats. */
export interface Block {
  /** Where the middle of its underside lands on the sheet. */
  readonly x: number;
  readonly y: number;
  /** Sizes in sheet units: across, up, and towards the eye. */
  readonly wide: number;
  readonly tall: number;
  readonly deep: number;
  /** Radius of its edges. */
  readonly round: number;
  /** Turn about the upright axis and downward view, in radians. */
  readonly yaw: number;
  readonly pitch: number;
  readonly finish: Finish;
  /** Colour at a spot of a face; u runs across, v along the face's other side, both from its middle. */
  readonly colour: (face: Face, u: number, v: number, height: number) => Colour;
  readonly step?: number | readonly [number, number];
}

/** From the block's own axes (x across, y up from its underside, z to the eye) to the sheet. */
export function placeOn(block: Block, x: number, y: number, z: number): Point {
  const [cy, sy] = [Math.cos(block.yaw), Math.sin(block.yaw)];
  const [wx, wz] = [x * cy + z * sy, -x * sy + z * cy];
  return [block.x + wx, block.y - y * Math.cos(block.pitch) + wz * Math.sin(block.pitch)];
}

/** SVG transform that lays flat drawing, measured from the middle, on the block's top (or front) face. */
export function faceTransform(block: Block, face: 'top' | 'front'): string {
  const [cy, sy] = [Math.cos(block.yaw), Math.sin(block.yaw)];
  const [cp, sp] = [Math.cos(block.pitch), Math.sin(block.pitch)];
  const f = (n: number): string => n.toFixed(4);
  if (face === 'top') {
    const [x, y] = placeOn(block, 0, block.tall, 0);
    return `matrix(${f(cy)} ${f(-sy * sp)} ${f(sy)} ${f(cy * sp)} ${f(x)} ${f(y)})`;
  }
  const [x, y] = placeOn(block, 0, block.tall / 2, block.deep / 2);
  return `matrix(${f(cy)} ${f(-sy * sp)} 0 ${f(cp)} ${f(x)} ${f(y)})`;
}

export function blockOutline(block: Block): Path {
  const r = block.round;
  const corners: Point[] = [];
  for (const sx of [-1, 1]) {
    for (const sy of [0, 1]) {
      for (const sz of [-1, 1]) {
        corners.push(
          placeOn(block, sx * (block.wide / 2 - r), sy ? block.tall - r : r, sz * (block.deep / 2 - r)),
        );
      }
    }
  }
  return grown(hull(corners), r);
}

export function drawBlock(sheet: Sheet, block: Block): Path {
  const { wide, tall, deep, round, finish, colour } = block;
  const shape = blockOutline(block);
  const [cy, sy] = [Math.cos(block.yaw), Math.sin(block.yaw)];
  const [cp, sp] = [Math.cos(block.pitch), Math.sin(block.pitch)];
  const [hx, hy, hz] = [wide / 2 - round, tall / 2 - round, deep / 2 - round];
  const reach = Math.hypot(wide, tall, deep);
  sheet.paint(shape, bounds(shape), block.step ?? 4, (px, py, pixel) => {
    const right = px - block.x;
    const up = block.y - py;
    let depth = reach;
    let [lx, ly, lz] = [0, 0, 0];
    for (let i = 0; i < 22; i++) {
      const [wy, wz] = [up * cp + sp * depth, -up * sp + cp * depth];
      lx = right * cy - wz * sy;
      lz = right * sy + wz * cy;
      ly = wy - tall / 2;
      const [qx, qy, qz] = [Math.abs(lx) - hx, Math.abs(ly) - hy, Math.abs(lz) - hz];
      const distance =
        Math.hypot(Math.max(qx, 0), Math.max(qy, 0), Math.max(qz, 0)) +
        Math.min(Math.max(qx, qy, qz), 0) -
        round;
      if (distance < 0.4) break;
      depth -= distance;
    }
    const [ex, ey, ez] = [
      Math.max(0, Math.abs(lx) - hx),
      Math.max(0, Math.abs(ly) - hy),
      Math.max(0, Math.abs(lz) - hz),
    ];
    const length = Math.hypot(ex, ey, ez) || 1;
    const [nx, ny, nz] = [
      (Math.sign(lx) * ex) / length,
      (Math.sign(ly) * ey) / length,
      (Math.sign(lz) * ez) / length,
    ];
    const face: Face = ey >= ex && ey >= ez ? 'top' : ez >= ex ? 'front' : 'side';
    const height = ly + tall / 2;
    const c =
      face === 'top'
        ? colour(face, lx, lz, height)
        : face === 'front'
          ? colour(face, lx, ly, height)
          : colour(face, lz, ly, height);
    const low = block.pitch > 1.3 ? 1 : 0.62 + 0.38 * clamp(height / Math.min(70, tall * 0.7));
    shade(pixel, c, nx * cy + nz * sy, ny, -nx * sy + nz * cy, finish, low, low, sp, cp);
  });
  return shape;
}

function hull(points: readonly Point[]): Path {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (list: readonly Point[]): Point[] => {
    const out: Point[] = [];
    for (const p of list) {
      while (out.length > 1) {
        const [a, b] = [out[out.length - 2] as Point, out[out.length - 1] as Point];
        if ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0.01) break;
        out.pop();
      }
      out.push(p);
    }
    return out.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

/** A convex outline moved outwards by `r`, with round corners. */
function grown(shape: Path, r: number): Path {
  const n = shape.length;
  const out: Point[] = [];
  for (let i = 0; i < n; i++) {
    const [a, b, c] = [shape[(i + n - 1) % n] as Point, shape[i] as Point, shape[(i + 1) % n] as Point];
    const from = Math.atan2(-(b[0] - a[0]), b[1] - a[1]);
    let to = Math.atan2(-(c[0] - b[0]), c[1] - b[1]);
    while (to < from - 1e-6) to += Math.PI * 2;
    for (let k = 0; k <= 8; k++) {
      const angle = from + ((to - from) * k) / 8;
      out.push([b[0] + Math.cos(angle) * r, b[1] + Math.sin(angle) * r]);
    }
  }
  return out;
}
