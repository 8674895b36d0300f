import { contours, hills, night, sea } from './artworks/places';
import { arches, quilt } from './artworks/shapes';
import { botanical, cutouts, fruit, stillLife } from './artworks/things';
import type { Artwork, Inks } from './inks';
import type { Random } from './random';

export { type Inks, inksOf } from './inks';

const ARTWORKS: readonly Artwork[] = [
  hills,
  botanical,
  arches,
  stillLife,
  sea,
  quilt,
  cutouts,
  night,
  contours,
  fruit,
];

/** Artwork by number, clipped to its own edges. */
export function artwork(style: number, w: number, h: number, inks: Inks, rng: Random): string {
  const draw = ARTWORKS[style % ARTWORKS.length] ?? hills;
  return `<svg width="${w.toFixed(1)}" height="${h.toFixed(1)}" viewBox="0 0 ${w.toFixed(1)} ${h.toFixed(1)}" overflow="hidden">${draw(w, h, inks, rng)}</svg>`;
}
