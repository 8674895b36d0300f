import type { Colour } from './colour';
import { bounds, type Path } from './geometry';
import { type Finish, shade } from './light';
import type { Sheet } from './sheet';

/** A soft surface facing the eye: cloth, leather, wax, anything with hills and hollows inside an outline. */
interface Relief {
  readonly shape: Path;
  /** Height above the sheet in sheet units. */
  readonly height: (x: number, y: number) => number;
  readonly colour: Colour | ((x: number, y: number) => Colour);
  readonly finish: Finish;
  readonly step?: number | readonly [number, number];
  /** 0…1 light that reaches a spot, e.g. less under a fold. */
  readonly open?: (x: number, y: number) => number;
}

export function drawRelief(sheet: Sheet, relief: Relief): void {
  const { height, finish, open } = relief;
  const paint = typeof relief.colour === 'function' ? relief.colour : () => relief.colour as Colour;
  const d = 4;
  sheet.paint(relief.shape, bounds(relief.shape), relief.step ?? 6, (x, y, pixel) => {
    const sx = (height(x + d, y) - height(x - d, y)) / (2 * d);
    const sy = (height(x, y + d) - height(x, y - d)) / (2 * d);
    const n = 1 / Math.hypot(sx, sy, 1);
    const light = open?.(x, y) ?? 1;
    shade(pixel, paint(x, y), -sx * n, sy * n, n, finish, light, 0.45 + 0.55 * light, 0, 1);
    // a surface that faces us is lit from the side only in part: lift it to what the eye expects of cloth
    pixel[0] = (pixel[0] ?? 0) * 1.22;
    pixel[1] = (pixel[1] ?? 0) * 1.22;
    pixel[2] = (pixel[2] ?? 0) * 1.22;
  });
}
