import { berry } from '../botanics';
import { type Colour, colour, css, mix, scale } from '../colour';
import { curve, ellipse, moved, outline, type Path, type Point, turned } from '../geometry';
import { GLAZE, MATT, METAL } from '../light';
import { cloud, noise } from '../noise';
import { drawRelief } from '../relief';
import type { Shot } from '../shot';
import { drawTube } from '../tube';

const METALS = ['#d8a548', '#d8a548', '#cfcac2'].map(colour);
const SHAPES = ['hoop', 'drop', 'arch', 'disc', 'leaf', 'bead'] as const;

export interface Piece {
  readonly shape: (typeof SHAPES)[number];
  readonly metal: Colour;
  readonly stone: Colour;
  readonly glossy: boolean;
  readonly long: number;
  readonly seed: number;
}

export function design({ product, tint, form }: Shot): Piece {
  return {
    shape: SHAPES[form % SHAPES.length] ?? 'hoop',
    metal: product.pick(METALS),
    stone: product.pick([tint.main, tint.main, tint.deep]),
    glossy: product.chance(0.55),
    long: product.range(0.85, 1.15),
    seed: product.int(1, 9999),
  };
}

/** A flat piece of clay, enamel or metal with a rounded edge. */
function drawPlate(shot: Shot, shape: Path, c: Colour, piece: Piece, thick: number, metal: boolean): void {
  const { sheet } = shot;
  sheet.add(`<path d="${outline(moved(shape, thick * 0.3, thick * 0.5))}" fill="${css(scale(c, 0.4))}"/>`);
  const [cx, cy] = shape.reduce(
    ([x, y], [px, py]) => [x + px / shape.length, y + py / shape.length],
    [0, 0],
  ) as [number, number];
  drawRelief(sheet, {
    shape,
    finish: metal ? { ...METAL, rough: 0.4 } : piece.glossy ? GLAZE : MATT,
    height: (x, y) =>
      (0.16 * -((x - cx) ** 2 + (y - cy) ** 2)) / 160 +
      (metal ? noise(x / 17, y / 17, piece.seed) * 2.8 : cloud(x / 40, y / 40, piece.seed, 2) * 2.4),
    colour: (x, y) => scale(c, metal ? 1 : 1 + 0.22 * cloud(x / 70, y / 70, piece.seed + 2, 3)),
    step: 3,
  });
  sheet.add(
    `<g clip-path="${sheet.clip(shape)}"><path d="${outline(moved(shape, thick * 0.22, thick * 0.26))}" fill="none" stroke="#fff6e2" stroke-opacity="0.6" stroke-width="${thick * 0.4}"/><path d="${outline(moved(shape, -thick * 0.2, -thick * 0.26))}" fill="none" stroke="#1d1008" stroke-opacity="0.3" stroke-width="${thick * 0.5}"/></g>`,
  );
}

export const wire = (shot: Shot, path: Path, r: number, c: Colour): Path =>
  drawTube(shot.sheet, { path, radius: r, colour: c, finish: METAL, step: Math.max(1.6, r / 3) });

/** What hangs from the hook, its top at (x, y), about `s` tall. */
export function drawCharm(shot: Shot, piece: Piece, x: number, y: number, s: number): void {
  const { sheet } = shot;
  const link = (at: number, r: number): Path =>
    wire(shot, [...ellipse(x, at, r, r, 0, 26), [x + r, at]], r * 0.22, piece.metal);
  const long = piece.long;
  switch (piece.shape) {
    case 'hoop': {
      const r = s * 0.35 * long;
      wire(
        shot,
        Array.from({ length: 66 }, (_, i): Point => [
          x + Math.sin(0.16 + (i / 65) * 5.96) * r * 0.8,
          y + r - Math.cos(0.16 + (i / 65) * 5.96) * r,
        ]),
        s * 0.032,
        piece.metal,
      );
      if (piece.glossy)
        for (const a of [-0.7, 0, 0.7])
          sheet.add(berry(sheet, x + Math.sin(a) * r * 0.8, y + r + Math.cos(a) * r, s * 0.055, piece.stone));
      return;
    }
    case 'drop': {
      wire(
        shot,
        [
          [x, y],
          [x, y + s * 0.3 * long],
        ],
        s * 0.014,
        piece.metal,
      );
      link(y + s * 0.34 * long, s * 0.04);
      const top = y + s * 0.38 * long;
      drawPlate(
        shot,
        curve(
          [
            [x, top],
            [x + s * 0.13, top + s * 0.24],
            [x + s * 0.11, top + s * 0.4],
            [x, top + s * 0.47],
            [x - s * 0.11, top + s * 0.4],
            [x - s * 0.13, top + s * 0.24],
          ],
          true,
          10,
        ),
        piece.stone,
        { ...piece, glossy: true },
        s * 0.03,
        false,
      );
      return;
    }
    case 'arch': {
      link(y + s * 0.05, s * 0.05);
      const arch = (r: number, at: number): Path => [
        ...Array.from({ length: 29 }, (_, i): Point => [
          x - Math.cos((Math.PI * i) / 28) * r,
          at - Math.sin((Math.PI * i) / 28) * r,
        ]),
        [x + r, at + s * 0.34 * long],
        [x - r, at + s * 0.34 * long],
      ];
      const at = y + s * 0.4;
      drawPlate(shot, arch(s * 0.29, at), piece.stone, piece, s * 0.035, false);
      drawPlate(
        shot,
        moved(arch(s * 0.19, at), 0, s * 0.005),
        mix(piece.stone, [0.9, 0.85, 0.75], 0.6),
        piece,
        s * 0.02,
        false,
      );
      drawPlate(shot, arch(s * 0.1, at), piece.metal, piece, s * 0.016, true);
      return;
    }
    case 'disc':
      link(y + s * 0.05, s * 0.05);
      drawPlate(
        shot,
        ellipse(x, y + s * 0.12 + s * 0.26, s * 0.27, s * 0.27),
        piece.metal,
        piece,
        s * 0.03,
        true,
      );
      if (piece.glossy) sheet.add(berry(sheet, x, y + s * 0.38, s * 0.075, piece.stone));
      return;
    case 'leaf': {
      link(y + s * 0.04, s * 0.04);
      const blade = curve(
        [
          [0, 0],
          [s * 0.14, s * 0.22],
          [s * 0.12, s * 0.5],
          [0, s * 0.76 * long],
          [-s * 0.12, s * 0.5],
          [-s * 0.14, s * 0.22],
        ],
        true,
        10,
      );
      drawPlate(shot, moved(turned(blade, 0.08), x, y + s * 0.08), piece.metal, piece, s * 0.03, true);
      const veins = [0.24, 0.36, 0.48]
        .map(
          (t) =>
            `M${x} ${y + s * (t + 0.14)}l${s * 0.08} ${-s * 0.08}M${x} ${y + s * (t + 0.14)}l${-s * 0.08} ${-s * 0.08}`,
        )
        .join('');
      sheet.add(
        `<path d="M${x} ${y + s * 0.1}L${x - s * 0.05} ${y + s * 0.74 * long}${veins}" fill="none" stroke="#3a2408" stroke-opacity="0.38" stroke-width="${s * 0.012}"/>`,
      );
      return;
    }
    case 'bead': {
      wire(
        shot,
        [
          [x, y],
          [x, y + s * 0.82],
        ],
        s * 0.012,
        piece.metal,
      );
      const sizes = [0.055, 0.085, 0.12, 0.085];
      let at = y + s * 0.16;
      for (const [i, r] of sizes.entries()) {
        at += s * r;
        sheet.add(
          berry(sheet, x, at, s * r, i % 2 ? mix(piece.stone, [0.9, 0.86, 0.78], 0.55) : piece.stone),
        );
        at += s * r;
        sheet.add(berry(sheet, x, at, s * 0.022, piece.metal));
      }
    }
  }
}
