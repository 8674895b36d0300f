import { type Colour } from '../colour';
import { type Artwork, path, disc, sheetOf } from '../inks';

export const arches: Artwork = (w, h, inks, rng) => {
  const out = [sheetOf(w, h, inks.paper)];
  const colours = [inks.deep, inks.main, inks.soft, inks.accent, inks.paper];
  const arch = (cx: number, foot: number, r: number, c: Colour): string =>
    path(
      [
        ...Array.from(
          { length: 33 },
          (_, i) =>
            [
              cx - Math.cos((Math.PI * i) / 32) * r,
              foot - r * 0.9 - Math.sin((Math.PI * i) / 32) * r,
            ] as const,
        ),
        [cx + r, foot],
        [cx - r, foot],
      ],
      c,
    );
  const rings = rng.int(4, 5);
  const cx = w * rng.range(0.4, 0.6);
  for (let k = 0; k < rings; k++)
    out.push(arch(cx, h * 0.84, w * (0.36 - 0.075 * k), colours[k % colours.length] ?? inks.main));
  out.push(disc(w * rng.range(0.68, 0.78), h * rng.range(0.2, 0.26), w * 0.09, inks.accent));
  out.push(
    path(
      [
        [w * 0.1, h * 0.84],
        [w * 0.9, h * 0.84],
        [w * 0.9, h * 0.86],
        [w * 0.1, h * 0.86],
      ],
      inks.deep,
    ),
  );
  return out.join('');
};

export const quilt: Artwork = (w, h, inks, rng) => {
  const columns = rng.int(3, 5);
  const cell = w / columns;
  const rows = Math.ceil(h / cell);
  const colours = [inks.main, inks.deep, inks.soft, inks.accent, inks.paper];
  const out = [sheetOf(w, h, inks.paper)];
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const [x, y] = [i * cell, j * cell];
      const [a, b] = [rng.pick(colours), rng.pick(colours)];
      out.push(
        path(
          [
            [x, y],
            [x + cell + 0.5, y],
            [x + cell + 0.5, y + cell + 0.5],
            [x, y + cell + 0.5],
          ],
          a,
        ),
      );
      const corner = rng.int(0, 3);
      const [cx, cy] = [x + (corner % 2) * cell, y + (corner > 1 ? 1 : 0) * cell];
      const from = [0, Math.PI / 2, -Math.PI / 2, Math.PI][corner] ?? 0;
      out.push(
        path(
          [
            [cx, cy],
            ...Array.from(
              { length: 17 },
              (_, k) =>
                [
                  cx + Math.cos(from + (Math.PI / 32) * k) * cell,
                  cy + Math.sin(from + (Math.PI / 32) * k) * cell,
                ] as const,
            ),
          ],
          b,
        ),
      );
    }
  }
  return out.join('');
};
