import { develop, drawBackdrop } from './backdrop';
import { artwork, inksOf } from './art';
import { drawSprig, stem } from './botanics';
import { type Colour, colour, css, mix, scale } from './colour';
import type { Point } from './geometry';
import { glazing } from './glaze';
import { lathe } from './lathe';
import { LETTERS } from './letters';
import { TINT_NAMES, TINTS } from './palette';
import { random } from './random';
import { standing } from './shadow';
import { Sheet } from './sheet';
import { leafRing } from './wreath';

const tintOf = (seed: number) => TINTS[TINT_NAMES[Math.abs(Math.trunc(seed)) % 10] ?? 'oat'];

/** A store's sign, 512 × 512 SVG: its initials or first letter, drawn as strokes in a frame of its own. */
export function drawLogo(seed: number, name: string): string {
  const rng = random('logo', seed, name);
  const tint = tintOf(seed);
  const dark = rng.chance(0.55);
  const [ground, ink] = dark ? [tint.deep, tint.pale] : [mix(tint.pale, [0.93, 0.89, 0.8], 0.4), tint.deep];
  const words = name
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter((word) => word && !['AND', 'THE', 'OF', 'CO'].includes(word));
  const frame = rng.int(0, 4);
  const initials = (frame === 2 ? words.slice(0, 1) : words.slice(0, 2)).map((word) => word.charAt(0));
  const sheet = new Sheet(512, 512);
  sheet.add(`<rect width="512" height="512" fill="${css(ground)}"/>`);
  sheet.add(framed(frame, ink, tint.accent, ground));
  const size = initials.length > 1 ? 0.88 : 1.28;
  const gap = 30;
  const width = (initials.length * 100 + (initials.length - 1) * gap) * size;
  const rise = frame === 3 ? 24 : 0;
  const letters = initials
    .map((initial, i) => `<path transform="translate(${i * (100 + gap)} 0)" d="${LETTERS[initial] ?? ''}"/>`)
    .join('');
  sheet.add(
    `<g transform="translate(${256 - width / 2} ${256 - 70 * size + rise}) scale(${size})" fill="none" stroke="${css(ink)}" ` +
      `stroke-width="${rng.pick([11, 14, 18])}" stroke-linecap="round" stroke-linejoin="round">${letters}</g>`,
  );
  return sheet.toString();
}

function framed(frame: number, ink: Colour, accent: Colour, ground: Colour): string {
  const line = css(ink);
  switch (frame) {
    case 0:
      return `<circle cx="256" cy="256" r="196" fill="none" stroke="${line}" stroke-width="7"/><circle cx="256" cy="256" r="180" fill="none" stroke="${line}" stroke-width="2.5"/>`;
    case 1:
      return `<path d="M96 440V232a160 160 0 0 1 320 0V440Z" fill="${css(mix(accent, ground, 0.72))}" stroke="${line}" stroke-width="6"/>`;
    case 2:
      return leafRing(256, 256, 176, ink);
    case 3: {
      const rays = Array.from({ length: 13 }, (_, i) => {
        const a = Math.PI * (1 + i / 12);
        return `M${256 + Math.cos(a) * 150} ${300 + Math.sin(a) * 150}L${256 + Math.cos(a) * (i % 2 ? 178 : 196)} ${300 + Math.sin(a) * (i % 2 ? 178 : 196)}`;
      }).join('');
      return `<path d="${rays}" stroke="${css(accent)}" stroke-width="9" stroke-linecap="round"/><path d="M92 372q41 -24 82 0t82 0t82 0t82 0M122 408q34 -18 67 0t67 0t67 0t67 0" fill="none" stroke="${line}" stroke-width="6" stroke-linecap="round"/>`;
    }
    default:
      return `<rect x="70" y="70" width="372" height="372" rx="26" fill="none" stroke="${line}" stroke-width="6"/><rect x="86" y="86" width="340" height="340" rx="16" fill="${css(mix(accent, ground, 0.78))}"/>`;
  }
}

/** Pots for a shelf, foot to lip, one unit tall. */
const SHELF: readonly (readonly Point[])[] = [
  [
    [0.2, 0],
    [0.24, 0.02],
    [0.3, 0.2],
    [0.27, 0.44],
    [0.12, 0.66],
    [0.08, 0.82],
    [0.11, 1],
  ],
  [
    [0.18, 0],
    [0.2, 0.02],
    [0.36, 0.26],
    [0.4, 0.42],
    [0.33, 0.64],
    [0.15, 0.78],
    [0.17, 0.9],
  ],
  [
    [0.28, 0],
    [0.3, 0.03],
    [0.32, 0.3],
    [0.31, 0.62],
  ],
  [
    [0.26, 0],
    [0.3, 0.03],
    [0.5, 0.16],
    [0.6, 0.38],
  ],
  [
    [0.16, 0],
    [0.18, 0.02],
    [0.2, 0.3],
    [0.19, 0.78],
  ],
];

/** A store's banner, 1600 × 500 SVG: a long shelf in its colours, with room on the left for words. */
export function drawBanner(seed: number): string {
  const rng = random('banner', seed);
  const tint = tintOf(seed);
  const sheet = new Sheet(1600, 500);
  const items = Array.from({ length: rng.int(5, 6) }, (_, i) => ({
    x: 640 + i * 168 + rng.range(-16, 16),
    size: rng.range(210, 330),
    form: rng.int(0, SHELF.length - 1),
  }));
  const framed = { x: rng.range(560, 760), w: 190 };
  drawBackdrop(sheet, {
    ground: rng.pick(['oak', 'smoked', 'walnut', 'plaster', 'ash']),
    tone: mix(tint.pale, colour('#d9c9b2'), 0.5),
    wall: mix(mix(tint.pale, tint.main, 0.35), colour('#cdbfaa'), 0.35),
    horizon: 386,
    daylight: rng.pick(['panes', 'leaves']),
    shadows: items.flatMap(({ x, size }) => standing(x, 446, size * 0.24, size, 0.26)),
    seed: Math.abs(Math.trunc(seed)),
  });
  const art = `<g transform="translate(${framed.x} 86)"><rect x="10" y="14" width="${framed.w + 8}" height="252" fill="#1c120a" fill-opacity="0.25"/><rect x="-8" y="-8" width="${framed.w + 16}" height="256" fill="${css(scale(tint.accent, 0.8))}"/><rect width="${framed.w}" height="240" fill="#f5f0e4"/><g transform="translate(20 20)">${artwork(rng.int(0, 9), framed.w - 40, 200, inksOf(tint, rng), rng)}</g></g>`;
  sheet.add(art);
  for (const { x, size, form } of items) {
    const glaze = glazing(rng.pick([tint, tint, TINTS.oat, TINTS.chalk, { ...tint, main: tint.deep }]), rng);
    const profile = (SHELF[form] ?? []).map(([r, h]) => [r * size, h * size] as const);
    const pot = lathe({
      x,
      y: 446,
      pitch: 0.2,
      profile,
      wall: size * 0.035,
      glaze: glaze.on(profile[profile.length - 1]?.[1] ?? size),
      step: 2.5,
    });
    pot.draw(sheet);
    glaze.decorate(sheet, pot);
    if (form < 2 && rng.chance(0.7)) {
      const [, y] = pot.ring(pot.height)[0] ?? [x, 300];
      for (const lean of [-0.25, 0.2])
        drawSprig(
          sheet,
          rng.pick(['olive', 'eucalyptus', 'pampas'] as const),
          stem([x, y - 10], -Math.PI / 2 + lean, 190, lean, rng),
          66,
          rng,
        );
    }
  }
  return develop(sheet);
}
