import { type Colour, mix, scale } from '../colour';
import { curve, ellipse, moved, turned, type Path, type Point } from '../geometry';
import { type Artwork, path, disc, stroke, sheetOf } from '../inks';

export const botanical: Artwork = (w, h, inks, rng) => {
  const out = [sheetOf(w, h, inks.paper)];
  const bow = rng.range(-0.16, 0.16) * w;
  const at = (t: number): Point => [w * 0.5 + bow * Math.sin(t * 2.6), h * (0.9 - 0.76 * t)];
  out.push(
    stroke(
      Array.from({ length: 30 }, (_, i) => at(i / 29)),
      inks.deep,
      w * 0.009,
    ),
  );
  const pairs = rng.int(6, 10);
  const slim = rng.range(0.2, 0.5);
  for (let k = 0; k < pairs * 2; k++) {
    const t = 0.14 + (0.86 * k) / (pairs * 2);
    const length = w * 0.33 * (1 - 0.55 * t);
    const side = k % 2 ? 1 : -1;
    const blade = curve(
      [
        [0, 0],
        [length * 0.4, -length * slim * 0.5],
        [length, 0],
        [length * 0.4, length * slim * 0.5],
      ],
      true,
      8,
    );
    const [x, y] = at(t);
    const turn = -Math.PI / 2 + side * (1.15 - 0.45 * t);
    out.push(
      path(
        moved(turned(blade, turn), x, y),
        k % 3 === 0 ? inks.soft : k % 3 === 1 ? inks.main : mix(inks.main, inks.deep, 0.6),
      ),
    );
    out.push(
      stroke(
        moved(
          turned(
            [
              [0, 0],
              [length * 0.86, 0],
            ],
            turn,
          ),
          x,
          y,
        ),
        inks.paper,
        w * 0.004,
      ),
    );
  }
  return out.join('');
};

export const stillLife: Artwork = (w, h, inks, rng) => {
  const table = h * rng.range(0.62, 0.7);
  const out = [
    sheetOf(w, h, inks.paper),
    path(
      [
        [0, table],
        [w, table],
        [w, h],
        [0, h],
      ],
      inks.soft,
    ),
  ];
  const pot = (cx: number, foot: number, size: number, belly: number, c: Colour): void => {
    const side: Path = [
      [0.16, 0],
      [0.2 + belly, -0.28],
      [0.16 + belly * 0.6, -0.6],
      [0.09, -0.74],
      [0.13, -0.92],
    ];
    const right = curve(
      side.map(([x, y]) => [cx + x * size, foot + y * size] as const),
      false,
      8,
    );
    const left = [...right].reverse().map(([x, y]) => [2 * cx - x, y] as const);
    out.push(path([...right, ...left], c));
    out.push(
      path(
        [
          ...right.map(([x, y]) => [cx + (x - cx) * 0.98, y] as const),
          ...[...right].reverse().map(([x, y]) => [cx + (x - cx) * 0.35, y] as const),
        ],
        scale(c, 0.7),
        0.5,
      ),
    );
  };
  pot(w * 0.36, table + h * 0.1, h * rng.range(0.48, 0.56), rng.range(0.1, 0.2), inks.main);
  pot(w * 0.66, table + h * 0.15, h * rng.range(0.28, 0.36), rng.range(0.12, 0.24), inks.deep);
  for (let k = 0; k < rng.int(2, 3); k++)
    out.push(
      disc(
        w * (0.2 + k * 0.13),
        table + h * (0.2 + 0.02 * (k % 2)),
        w * 0.06,
        k % 2 ? mix(inks.accent, inks.paper, 0.3) : inks.accent,
      ),
    );
  return out.join('');
};

export const cutouts: Artwork = (w, h, inks, rng) => {
  const out = [sheetOf(w, h, inks.paper)];
  const colours = [inks.main, inks.deep, inks.accent, inks.soft];
  for (let k = 0; k < 5; k++) {
    const [cx, cy] = [w * (0.28 + 0.44 * (k % 2)), h * (0.18 + 0.165 * k)];
    const lobes = rng.int(4, 6);
    const size = w * rng.range(0.19, 0.26);
    const points = Array.from({ length: lobes * 2 }, (_, i) => {
      const a = (i / (lobes * 2)) * Math.PI * 2;
      const r = size * (i % 2 ? 0.42 : rng.range(0.85, 1.1));
      return [cx + Math.cos(a) * r, cy + Math.sin(a) * r * 0.9] as const;
    });
    out.push(path(curve(points, true, 8), colours[k % 4] ?? inks.main));
  }
  return out.join('');
};

export const fruit: Artwork = (w, h, inks, rng) => {
  const out = [sheetOf(w, h, inks.paper)];
  for (let k = 0; k < 6; k++) {
    const [x, y] = [w * (0.29 + 0.42 * (k % 2)), h * (0.2 + 0.3 * Math.floor(k / 2))];
    const turn = rng.range(-0.8, 0.8);
    const body = ellipse(x, y, w * 0.15, w * 0.115, turn);
    out.push(
      path(body, k % 3 === 1 ? inks.main : inks.accent),
      path(ellipse(x - w * 0.02, y - w * 0.02, w * 0.1, w * 0.075, turn), inks.soft, 0.4),
    );
    const blade = curve(
      [
        [0, 0],
        [w * 0.06, -w * 0.03],
        [w * 0.14, 0],
        [w * 0.06, w * 0.03],
      ],
      true,
      8,
    );
    out.push(path(moved(turned(blade, turn - 1.2), x + w * 0.05, y - w * 0.1), inks.deep));
  }
  return out.join('');
};
