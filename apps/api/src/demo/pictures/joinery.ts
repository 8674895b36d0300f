import { type Colour, css, scale } from './colour';
import { bounds, outline, type Path, type Point } from './geometry';
import { type Finish, shade } from './light';
import type { Sheet } from './sheet';
import { drawTube } from './tube';

/** A spot in the room: x to the right, y up, z towards the eye. */
export type Spot = readonly [number, number, number];

/** Where the eye stands; one unit of the room is `size` on the sheet. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly yaw: number;
  readonly pitch: number;
}

/** Spot on the sheet, and its distance towards the eye. */
export function project(camera: Camera, [x, y, z]: Spot): readonly [number, number, number] {
  const [cy, sy] = [Math.cos(camera.yaw), Math.sin(camera.yaw)];
  const [cp, sp] = [Math.cos(camera.pitch), Math.sin(camera.pitch)];
  const [wx, wz] = [x * cy + z * sy, -x * sy + z * cy];
  return [camera.x + wx * camera.size, camera.y - (y * cp - wz * sp) * camera.size, wz * cp + y * sp];
}

interface Stick {
  readonly spots: readonly Spot[];
  /** Half thickness in room units along the stick. */
  readonly radius: number | ((t: number) => number);
}

/** One thing to draw, with its nearness for painting far things first. */
export interface Part {
  readonly near: number;
  draw(sheet: Sheet): void;
}

export function stick(
  camera: Camera,
  { spots, radius }: Stick,
  colour: (t: number, across: number) => Colour,
  finish: Finish,
): Part {
  const path: Point[] = [];
  let near = 0;
  for (const spot of spots) {
    const [x, y, z] = project(camera, spot);
    path.push([x, y]);
    near += z / spots.length;
  }
  const r = typeof radius === 'number' ? () => radius : radius;
  return {
    near,
    draw: (sheet) => {
      drawTube(sheet, { path, radius: (t) => r(t) * camera.size, colour, finish, step: 4 });
    },
  };
}

/** A level slab with any outline (x and z), its top at height y. */
export function slab(
  camera: Camera,
  plan: readonly (readonly [number, number])[],
  y: number,
  thick: number,
  finish: Finish,
  colour: (x: number, z: number) => Colour,
  hollow = 0,
): Part {
  const at = (up: number): Path =>
    plan.map(([x, z]) => {
      const [px, py] = project(camera, [x, up, z]);
      return [px, py] as const;
    });
  const [cy, sy] = [Math.cos(camera.yaw), Math.sin(camera.yaw)];
  const sp = Math.sin(camera.pitch);
  const origin = project(camera, [0, y, 0]);
  const deepest = Math.max(...plan.map(([x, z]) => Math.hypot(x, z)));
  return {
    near: project(camera, [0, y, 0])[2] + 0.02,
    draw: (sheet) => {
      const layers = 5;
      for (let k = layers; k > 0; k--) {
        const tone = scale(colour(0, 0), 0.36 + 0.28 * (1 - k / layers));
        sheet.add(
          `<path d="${outline(at(y - (thick * k) / layers))}" fill="${css(tone)}" stroke="${css(tone)}" stroke-width="3" stroke-linejoin="round"/>`,
        );
      }
      const top = at(y);
      sheet.paint(top, bounds(top), 4, (px, py, pixel) => {
        const [wx, wz] = [(px - origin[0]) / camera.size, (py - origin[1]) / (camera.size * sp)];
        const [x, z] = [wx * cy - wz * sy, wx * sy + wz * cy];
        const [tx, tz] = [(-hollow * x) / deepest, (-hollow * z) / deepest];
        const n = 1 / Math.hypot(tx, 1, tz);
        shade(
          pixel,
          colour(x, z),
          (tx * cy + tz * sy) * n,
          n,
          (-tx * sy + tz * cy) * n,
          finish,
          1,
          1,
          sp,
          Math.cos(camera.pitch),
        );
      });
      sheet.add(
        `<path d="${outline(top)}" fill="none" stroke="#fff4e0" stroke-opacity="0.32" stroke-width="4"/>`,
      );
    },
  };
}

export function assemble(sheet: Sheet, parts: readonly Part[]): void {
  for (const part of [...parts].sort((a, b) => a.near - b.near)) part.draw(sheet);
}
