import type { Colour } from './colour';
import { bounds, clamp, outline, type Path, type Point, smoothstep } from './geometry';
import { type Finish, LIGHT, shade } from './light';
import { radii, TABLE } from './profile';
import type { Pixel, Sheet } from './sheet';

type Surface = 'outside' | 'inside' | 'rim' | 'content';
/** Colour and finish at an angle about the axis (radians, 0 towards the eye), a height, and a distance from the axis. */
export type Glaze = (
  angle: number,
  height: number,
  surface: Surface,
  radius: number,
) => readonly [Colour, Finish];

export interface Turned {
  /** Foot centre on the sheet. */
  readonly x: number;
  readonly y: number;
  /** Downward view in radians: 0 is straight from the side. */
  readonly pitch: number;
  /** Radius and height pairs from foot to lip, in sheet units. */
  readonly profile: readonly Point[];
  readonly glaze: Glaze;
  /** Wall thickness; without one the body is solid. */
  readonly wall?: number;
  /** Height of what it holds. */
  readonly filled?: number;
  /** Sheet units per sample: smaller is finer. */
  readonly step?: number;
  /** 0…1: how dark the meeting with the ground is. */
  readonly grounded?: number;
}

/** A body turned on a wheel: vessels, lamp shades, candles. */
export interface Lathe {
  readonly silhouette: Path;
  readonly height: number;
  radius(height: number): number;
  /** Where a point of the outside lands on the sheet, and how squarely it faces the eye (≤ 0: hidden). */
  at(angle: number, height: number): readonly [x: number, y: number, facing: number];
  /** Ellipse at a height, e.g. to draw a rim line. */
  ring(height: number, radius?: number): Path;
  draw(sheet: Sheet): void;
}

export function lathe(form: Turned): Lathe {
  const { x: cx, y: cy, profile, glaze, filled, step = 4, grounded = 0.5 } = form;
  const [sin, cos] = [Math.sin(form.pitch), Math.cos(form.pitch)];
  const height = profile[profile.length - 1]?.[1] ?? 0;
  const floor = profile[0]?.[1] ?? 0;
  const wall = form.wall ?? 0;
  const table = radii(profile, floor, height);
  const span = height - floor;

  const sample = (y: number): number => {
    const t = clamp(((y - floor) / span) * TABLE, 0, TABLE - 0.001);
    const i = t | 0;
    const a = table[i] ?? 0;
    return a + ((table[i + 1] ?? a) - a) * (t - i);
  };
  // the lip is round: the wall thins over its last half thickness
  const lip = (y: number): number => {
    const over = y - (height - wall / 2);
    return over <= 0 || wall === 0 ? 0 : wall / 2 - Math.sqrt(Math.max(0, (wall * wall) / 4 - over * over));
  };
  const radius = (y: number): number => sample(y) - lip(y);
  const bore = (y: number): number => sample(y) - wall + lip(y);
  const widest = table.reduce((a, b) => Math.max(a, b), 0);
  const bottom = floor + wall;
  const brim = bore(height);

  const heightAt = (up: number, z: number): number => (up + z * sin) / cos;
  const slope = (of: (y: number) => number, y: number): number => (of(y + 1.5) - of(y - 1.5)) / 3;

  const paintOutside = (pixel: Pixel, x: number, z: number, y: number): void => {
    const r = Math.max(1, Math.hypot(x, z));
    const s = clamp(slope(radius, clamp(y, floor + 2, height - 2)), -6, 6);
    const n = 1 / Math.hypot(1, s);
    const onRim = wall > 0 && y > height - wall * 0.45;
    const [c, finish] = glaze(Math.atan2(x, z), y, onRim ? 'rim' : 'outside', r);
    const contact = 1 - grounded * (1 - smoothstep(floor, floor + 70 + span * 0.12, y));
    shade(pixel, c, (x / r) * n, -s * n, (z / r) * n, finish, 0.35 + 0.65 * contact, contact, sin, cos);
  };

  const paintInside = (
    pixel: Pixel,
    x: number,
    z: number,
    y: number,
    surface: 'inside' | 'content',
  ): void => {
    const r = Math.max(1, Math.hypot(x, z));
    const [c, finish] = glaze(Math.atan2(x, z), y, surface, r);
    const rise = (height - y) / LIGHT.y;
    const shadowed = smoothstep(brim * 0.9, brim * 1.12, Math.hypot(x + LIGHT.x * rise, z + LIGHT.z * rise));
    const depth = clamp((height - y) / (brim * 1.6));
    const ambient = 0.95 - 0.6 * depth;
    const open = (1 - 0.93 * shadowed) * (1 - 0.25 * depth);
    if (surface === 'content' || y <= bottom + 1) {
      shade(pixel, c, 0, 1, 0, finish, open, ambient, sin, cos);
      return;
    }
    const s = clamp(slope(bore, clamp(y, bottom + 2, height - 2)), -6, 6);
    const n = 1 / Math.hypot(1, s);
    shade(pixel, c, (-x / r) * n, s * n, (-z / r) * n, finish, open, ambient, sin, cos);
  };

  let [row, edge] = [NaN, 0];
  const paintBody = (px: number, py: number, pixel: Pixel): void => {
    const up = cy - py;
    if (up !== row) [row, edge] = [up, reach(up)];
    const x = clamp(px - cx, -edge * 0.997, edge * 0.997);
    const zTop = sin > 0.001 ? (height * cos - up) / sin : widest;
    const start = Math.min(widest, zTop);
    const across = x * x + start * start;
    if (start === zTop && across < radius(height) ** 2) {
      // on top: a flat end, or the lip; what lies in the opening is painted over later
      const [c, finish] = glaze(Math.atan2(x, start), height, 'rim', Math.sqrt(across));
      shade(pixel, c, 0, 1, 0, finish, 1, 1, sin, cos);
      return;
    }
    const outside = (z: number): boolean => {
      const y = heightAt(up, z);
      return y < floor || x * x + z * z > radius(y) ** 2;
    };
    const z = enter(outside, start, -widest, 14);
    paintOutside(pixel, x, z, heightAt(up, z));
  };

  const paintOpening = (px: number, py: number, pixel: Pixel): void => {
    const up = cy - py;
    const half = Math.sqrt(Math.max(0, 1 - ((up - height * cos) / (brim * sin)) ** 2)) * brim;
    const x = clamp(px - cx, -half, half);
    const inside = (z: number): boolean => {
      const y = heightAt(up, z);
      return y > bottom && x * x + z * z < bore(y) ** 2;
    };
    const z = enter(inside, (height * cos - up) / sin, -widest, 12);
    paintInside(pixel, x, z, heightAt(up, z), 'inside');
  };

  const paintContent = (level: number) => (px: number, py: number, pixel: Pixel) =>
    paintInside(pixel, px - cx, (level * cos - (cy - py)) / sin, level, 'content');

  const ring = (y: number, r = sample(y)): Path =>
    Array.from({ length: 96 }, (_, i) => {
      const a = (i / 96) * Math.PI * 2;
      return [cx + Math.sin(a) * r, cy - y * cos + Math.cos(a) * r * sin] as const;
    });

  /** Half the width of the outline at this height on the sheet. */
  const reach = (up: number): number => {
    let best = 0;
    const from = sin > 0.001 ? Math.max(-widest, (floor * cos - up) / sin) : -widest;
    const to = sin > 0.001 ? Math.min(widest, (height * cos - up) / sin) : widest;
    for (let i = 0; i <= 40; i++) {
      const z = from + ((to - from) * i) / 40;
      best = Math.max(best, sample(heightAt(up, z)) ** 2 - z * z);
    }
    return Math.sqrt(best);
  };

  const low = floor * cos - sample(floor) * sin;
  const high = height * cos + sample(height) * sin;
  const silhouette = trace(cx, cy, Math.min(low, ...lowest()), high, reach);
  function lowest(): number[] {
    return Array.from({ length: 12 }, (_, i) => {
      const y = floor + (span * i) / 24;
      return y * cos - sample(y) * sin;
    });
  }

  return {
    silhouette,
    height,
    radius: sample,
    at: (angle, y) => {
      const r = sample(y);
      const [x, z] = [Math.sin(angle) * r, Math.cos(angle) * r];
      const s = slope(sample, clamp(y, floor + 2, height - 2));
      const facing = (-s * sin + Math.cos(angle) * cos) / Math.hypot(1, s);
      return [cx + x, cy - y * cos + z * sin, facing];
    },
    ring,
    draw: (sheet) => {
      const box = {
        x: cx - widest,
        y: cy - high,
        width: widest * 2,
        height: high - Math.min(low, ...lowest()),
      };
      sheet.paint(silhouette, box, step, paintBody);
      if (wall === 0 || sin < 0.02) return;
      const mouth = ring(height, brim);
      sheet.paint(mouth, bounds(mouth), step, paintOpening);
      if (filled === undefined) return;
      const surface = ring(filled, bore(filled));
      const clip = sheet.clip(mouth);
      sheet.add(`<g clip-path="${clip}">`);
      sheet.paint(surface, bounds(surface), step * 1.5, paintContent(filled));
      sheet.add(
        `<path d="${outline(surface)}" fill="none" stroke="#fff" stroke-opacity="0.16" stroke-width="5"/></g>`,
      );
    },
  };
}

/** Walks from near to far until `through` ends, then narrows the spot down. */
function enter(through: (z: number) => boolean, near: number, far: number, steps: number): number {
  let last = near;
  for (let i = 1; i <= steps; i++) {
    const z = near + ((far - near) * i) / steps;
    if (!through(z)) {
      let [a, b] = [last, z];
      for (let k = 0; k < 7; k++) {
        const middle = (a + b) / 2;
        if (through(middle)) a = middle;
        else b = middle;
      }
      return b;
    }
    last = z;
  }
  return last;
}

function trace(cx: number, cy: number, low: number, high: number, reach: (up: number) => number): Path {
  const rows = 220;
  const right: Point[] = [];
  for (let i = 0; i <= rows; i++) {
    // cosine spacing: rows crowd where the outline turns under and over
    const up = low + ((high - low) * (1 - Math.cos((Math.PI * i) / rows))) / 2;
    right.push([reach(up), up]);
  }
  const left = [...right].reverse().map(([x, up]) => [cx - x, cy - up] as const);
  return [...right.map(([x, up]) => [cx + x, cy - up] as const), ...left];
}
