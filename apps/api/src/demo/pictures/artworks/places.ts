import { mix } from '../colour';
import { type Point } from '../geometry';
import { type Artwork, path, disc, stroke, sheetOf } from '../inks';
import { noise } from '../noise';

export const hills: Artwork = (w, h, inks, rng) => {
  const out = [
    sheetOf(w, h, inks.paper),
    disc(w * rng.range(0.3, 0.7), h * rng.range(0.24, 0.36), w * rng.range(0.11, 0.18), inks.accent),
  ];
  const layers = rng.int(4, 6);
  for (let k = 0; k < layers; k++) {
    const base = h * (0.42 + (0.5 * k) / layers);
    const seed = rng.int(1, 9999);
    const ridge = Array.from(
      { length: 41 },
      (_, i) => [(w * i) / 40, base - noise(i / (7 + k * 2), k, seed) * h * 0.085] as const,
    );
    out.push(path([...ridge, [w, h], [0, h]], mix(inks.soft, inks.deep, k / (layers - 1))));
  }
  return out.join('');
};

export const sea: Artwork = (w, h, inks, rng) => {
  const out = [sheetOf(w, h, inks.paper)];
  const level = h * rng.range(0.42, 0.52);
  out.push(disc(w * rng.range(0.32, 0.68), level - h * 0.06, w * rng.range(0.16, 0.22), inks.accent));
  out.push(
    path(
      [
        [0, level],
        [w, level],
        [w, h],
        [0, h],
      ],
      inks.deep,
    ),
  );
  for (let k = 0; k < 13; k++) {
    const y = level + (h - level) * ((k + 0.6) / 13.4) ** 1.25;
    const phase = rng.range(0, 6);
    const wave = Array.from(
      { length: 50 },
      (_, i) =>
        [(w * i) / 49, y + Math.sin(i / (1.6 + k * 0.25) + phase) * h * 0.004 * (1 + k * 0.3)] as const,
    );
    out.push(stroke(wave, k % 3 ? mix(inks.main, inks.soft, 0.4) : inks.soft, w * 0.004 * (1 + k * 0.2)));
  }
  return out.join('');
};

export const night: Artwork = (w, h, inks, rng) => {
  const out = [sheetOf(w, h, inks.deep)];
  for (let k = 0; k < 60; k++)
    out.push(disc(w * rng.next(), h * rng.range(0, 0.8), w * rng.range(0.002, 0.006), inks.paper));
  for (let k = 0; k < 5; k++) {
    const [x, y, r] = [w * (0.14 + 0.18 * k), h * (0.34 - 0.1 * Math.sin((Math.PI * k) / 4)), w * 0.065];
    out.push(disc(x, y, r, inks.soft), disc(x + (k - 2) * r * 0.62, y, k === 2 ? 0 : r * 0.98, inks.deep));
  }
  const seed = rng.int(1, 9999);
  for (const [level, c] of [
    [0.66, inks.main],
    [0.78, mix(inks.main, inks.deep, 0.55)],
  ] as const) {
    out.push(
      path(
        [
          ...Array.from(
            { length: 41 },
            (_, i) => [(w * i) / 40, h * level - Math.abs(noise(i / 5, level, seed)) * h * 0.13] as const,
          ),
          [w, h],
          [0, h],
        ],
        c,
      ),
    );
  }
  return out.join('');
};

export const contours: Artwork = (w, h, inks, rng) => {
  const out = [sheetOf(w, h, inks.paper)];
  const seed = rng.int(1, 9999);
  const [cx, cy] = [w * rng.range(0.35, 0.65), h * rng.range(0.38, 0.6)];
  for (let k = 15; k > 0; k--) {
    const ring = Array.from({ length: 90 }, (_, i) => {
      const a = (i / 90) * Math.PI * 2;
      const r = w * 0.05 * k * (1 + 0.34 * noise(Math.cos(a) * 1.3 + 5, Math.sin(a) * 1.3 + k * 0.09, seed));
      return [cx + Math.cos(a) * r, cy + Math.sin(a) * r * 1.15] as const;
    });
    out.push(path(ring, mix(inks.paper, k % 2 ? inks.soft : inks.main, 0.2 + 0.05 * (15 - k))));
    out.push(stroke([...ring, ring[0] as Point], inks.deep, w * 0.003));
  }
  return out.join('');
};
