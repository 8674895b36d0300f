import type { Colour } from './colour';
import { smoothstep } from './geometry';
import type { Pixel } from './sheet';

/** How a surface answers the light. */
export interface Finish {
  /** 0 matt clay … 1 wet glaze: strength of the window's reflection. */
  readonly gloss: number;
  /** 0 mirror-sharp … 1 wide and soft: the edge of that reflection. */
  readonly rough: number;
  /** 0 … 1: how far the surface takes its colour from what it mirrors. */
  readonly metal?: number;
  /** 0 … 1: how much light passes through (wax, leaf, linen). */
  readonly glow?: number;
}

export const MATT: Finish = { gloss: 0.05, rough: 1 };
export const SATIN: Finish = { gloss: 0.26, rough: 0.6 };
export const GLAZE: Finish = { gloss: 0.62, rough: 0.22 };
export const METAL: Finish = { gloss: 0.9, rough: 0.25, metal: 1 };

/** One big window: left, above, a little in front. x right, y up, z towards the eye. */
export const LIGHT = { x: -0.66, y: 0.56, z: 0.5 } as const;

/**
 * Light on a point with unit normal (nx, ny, nz), seen at a downward pitch given by its sine and cosine.
 * `open` is 1 in full view of the window and falls to 0 in shadow and corners.
 */
export function shade(
  pixel: Pixel,
  c: Colour,
  nx: number,
  ny: number,
  nz: number,
  finish: Finish,
  open = 1,
  ambient = 1,
  sinPitch = 0.2,
  cosPitch = 0.98,
): void {
  const facing = nx * LIGHT.x + ny * LIGHT.y + nz * LIGHT.z;
  const wrap = 0.22 + (finish.glow ?? 0) * 0.5;
  const lit = Math.max(0, (facing + wrap) / (1 + wrap));
  const key = 0.92 * lit * (0.55 + 0.45 * lit) * open;
  const sky = (0.2 + 0.13 * ny + 0.05 * nz) * ambient;
  const bounce = Math.max(0, 0.1 - 0.12 * ny + 0.05 * nx) * ambient;
  const red = key * 1.02 + sky * 0.96 + bounce * 1.08;
  const green = key * 0.985 + sky * 1 + bounce * 0.98;
  const blue = key * 0.93 + sky * 1.06 + bounce * 0.84;

  const view = ny * sinPitch + nz * cosPitch;
  const rx = 2 * view * nx;
  const ry = 2 * view * ny - sinPitch;
  const rz = 2 * view * nz - cosPitch;
  const edge = 1 - Math.max(0, view);
  const fresnel = edge * edge * edge * edge;
  const soft = 0.05 + finish.rough * 0.5;
  const pane =
    smoothstep(-0.94 - soft, -0.94 + soft, rx) *
    smoothstep(-0.46 + soft, -0.46 - soft, rx) *
    smoothstep(-0.12 - soft, -0.12 + soft, ry) *
    smoothstep(0.74 + soft, 0.74 - soft, ry);
  const metal = finish.metal ?? 0;
  const room = 0.24 + 0.3 * smoothstep(-0.2, 0.75, ry) + 0.1 * rz - 0.26 * smoothstep(0.05, -0.5, ry);
  const mirror =
    finish.gloss * (pane * (0.5 + 0.5 * open) * (1 - 0.55 * finish.rough) + fresnel * 0.22 * ambient);
  const diffuse = 1 - metal * 0.8;
  const shine = metal * finish.gloss * (room * 1.3 + pane * 1.5) * ambient;
  const plain = mirror * (1 - metal);
  pixel[0] = roll(c[0] * (red * diffuse + shine) + plain);
  pixel[1] = roll(c[1] * (green * diffuse + shine) + plain * 0.99);
  pixel[2] = roll(c[2] * (blue * diffuse + shine) + plain * 0.96);
}

/** Rolls highlights off softly, as film does. */
function roll(v: number): number {
  return v < 0.7 ? v : 0.7 + 0.3 * (1 - Math.exp((0.7 - v) / 0.3));
}
